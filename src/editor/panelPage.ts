// The frame of the panel's page: its policy, which lets one script run and nothing be fetched, its
// language and title. What is in it comes from src/panel/main.ts.

export interface PageFrame {
  /** The URI of the built page's script. */
  readonly script: string;
  readonly title: string;
  /** As HTML writes it: `zh-CN`. */
  readonly language: string;
}

/** The styles are the script's own, put in as objects, so that the policy needs to allow none. */
export function pageHtml({ script, title, language }: PageFrame): string {
  const nonce = createNonce();
  return `<!doctype html>
<html lang="${escaped(language)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)}</title>
  </head>
  <body>
    <main><torchpad-cases></torchpad-cases></main>
    <script nonce="${nonce}" src="${escaped(script)}"></script>
  </body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
