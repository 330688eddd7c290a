// Writes THIRD-PARTY-NOTICES: the packages whose code or binaries are in what we ship, each with its
// license. What was bundled comes from dist/build.json, so build first.
//
//   npm run notices

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// Not bundled but copied: the native engine.
const copied = ['onnxruntime-node', 'onnxruntime-common'];

interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
}

/** The names of all packages whose parts are shipped, sorted. */
export function shippedPackages(): string[] {
  const record = fs.readFileSync(path.join(root, 'dist/build.json'), 'utf8');
  const { inputs } = JSON.parse(record) as { inputs: Record<string, string[]> };
  const bundled = Object.values(inputs)
    .flat()
    .map((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set([...bundled, ...copied])].sort();
}

export function notices(): string {
  const opening =
    'Torchpad is made with the following software. Each part is under its own license.\n';
  return [opening, ...shippedPackages().map(notice)].join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(name: string): string {
  const folder = path.join(root, 'node_modules', name);
  const manifest = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as PackageManifest;
  const { repository } = manifest;
  const source =
    manifest.homepage ?? (typeof repository === 'string' ? repository : repository?.url);
  const heading = [`${manifest.name} ${manifest.version}`, source, `License: ${manifest.license}`];
  return `${heading.filter(Boolean).join('\n')}\n\n${licenseText(folder, manifest).trim()}\n`;
}

/** The package's own file, else the texts of the licenses that its manifest names. */
function licenseText(folder: string, { name, license }: PackageManifest): string {
  const files = fs.readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (files.length > 0) {
    return files
      .map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim())
      .join('\n\n');
  }
  const texts = (license ?? '')
    .split(/\s+AND\s+|[()]/)
    .filter(Boolean)
    .map((id) => path.join(root, 'scripts/licenses', `${id}.txt`));
  if (texts.length === 0 || !texts.every((file) => fs.existsSync(file))) {
    throw new Error(`No license text for ${name} (${license})`);
  }
  return [...copyrightLines(folder), ...texts.map((file) => fs.readFileSync(file, 'utf8'))].join(
    '\n\n',
  );
}

/** Who holds the rights, as the heads of the package's sources say. */
function copyrightLines(folder: string): string[] {
  const sources = fs
    .readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'));
  const lines = sources.flatMap((file) => {
    const head = fs.readFileSync(path.join(folder, 'dist', file), 'utf8').slice(0, 2000);
    return head.match(/Copyright (?:\(c\)|\d{4})[^\n*]+/gi) ?? [];
  });
  return [...new Set(lines.map((line) => line.trim()))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  fs.writeFileSync(path.join(root, 'THIRD-PARTY-NOTICES'), notices());
  console.log(`${shippedPackages().length} packages`);
}
