// Where the packages of the selected Python environment are. Its folders and files are read as data;
// no interpreter is started.
//
// https://docs.python.org/3.11/library/site.html

export interface Disk {
  /** The names in a folder, or null. */
  list(path: string): readonly string[] | null;
  /** The text of a file, or null. */
  read(path: string): string | null;
}

export interface EnvironmentChoice {
  /** An interpreter, or the folder of an environment, that was chosen by hand; '' for none. */
  readonly python: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Folders beside whose files an environment may lie. */
  readonly folders: readonly string[];
}

/** The folders that hold packages, in the order in which they are searched. */
export function packageFolders(disk: Disk, choice: EnvironmentChoice): readonly string[] {
  for (const prefix of prefixes(choice)) {
    const sites = sitesOf(disk, prefix);
    if (sites.length > 0)
      return [...new Set(sites.flatMap((site) => [site, ...linked(disk, site)]))];
    if (choice.python !== '') return [];
  }
  return [];
}

function prefixes({ python, variables, folders }: EnvironmentChoice): string[] {
  if (python !== '') return [prefixOf(slashes(python))];
  const { VIRTUAL_ENV, CONDA_PREFIX } = variables;
  const active = [VIRTUAL_ENV, CONDA_PREFIX].filter((each) => each !== undefined && each !== '');
  const beside = folders.flatMap((folder) => [`${folder}/.venv`, `${folder}/venv`]);
  return [...active.map((each) => slashes(String(each))), ...beside];
}

/** `/env/bin/python3` is of `/env`; on Windows, `C:/env/python.exe` and `C:/env/Scripts/python.exe`. */
function prefixOf(python: string): string {
  const [, folder, name] = /^(.*)\/([^/]+)$/.exec(python.replace(/\/+$/, '')) ?? [];
  if (folder === undefined || !/^(?:python|pypy)[\d.]*(?:\.exe)?$/i.test(name ?? '')) return python;
  return folder.replace(/\/(?:bin|Scripts)$/i, '');
}

function sitesOf(disk: Disk, prefix: string): string[] {
  const found = [`${prefix}/Lib/site-packages`];
  const versions = (disk.list(`${prefix}/lib`) ?? []).filter((name) =>
    /^python3(\.\d+)?$/.test(name),
  );
  for (const version of versions.sort(newestFirst)) {
    found.push(`${prefix}/lib/${version}/site-packages`, `${prefix}/lib/${version}/dist-packages`);
  }
  const present = found.filter((site) => disk.list(site) !== null);
  const settings = disk.read(`${prefix}/pyvenv.cfg`) ?? '';
  const home = /^home\s*=\s*(.+?)\s*$/m.exec(settings)?.[1];
  if (home === undefined || !/^include-system-site-packages\s*=\s*true\s*$/im.test(settings)) {
    return present;
  }
  const system = prefixOf(`${slashes(home)}/python3`);
  return system === prefix ? present : [...present, ...sitesOf(disk, system)];
}

/** `python3.11` before `python3.9` before `python3`. */
function newestFirst(a: string, b: string): number {
  const minor = (name: string): number => Number(/\.(\d+)$/.exec(name)?.[1] ?? -1);
  return minor(b) - minor(a);
}

/** Folders that `.pth` and `.egg-link` files name: packages that are worked on where they lie. */
function linked(disk: Disk, site: string): string[] {
  const found: string[] = [];
  for (const name of [...(disk.list(site) ?? [])].sort()) {
    if (!/\.(?:pth|egg-link)$/.test(name)) continue;
    const lines = (disk.read(`${site}/${name}`) ?? '').split(/\r?\n/);
    for (const line of name.endsWith('.pth') ? lines : lines.slice(0, 1)) {
      // A line that begins with `import` would be run by Python: it is not run here.
      if (line.trim() === '' || /^(?:#|import[ \t])/.test(line)) continue;
      const path = slashes(line.trimEnd());
      const folder = /^(?:\/|[A-Za-z]:\/)/.test(path) ? path : `${site}/${path}`;
      if (disk.list(folder) !== null) found.push(folder.replace(/\/+$/, ''));
    }
  }
  return found;
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
