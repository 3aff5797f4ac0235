import { html } from 'hono/html';

export const bannerText = 'SANDBOX. This is not AURA. Nobody will come.';

const places = [
  ['/', 'Portal'],
  ['/simulator', 'Responder Simulator'],
  ['/sms', 'SMS inbox'],
] as const;

export type Markup = ReturnType<typeof html>;

/** A page of the sandbox; `script` is one of the files in `assets/`. */
export function page(
  title: string,
  body: Markup,
  options: { path?: string; script: 'live.js' | 'track.js'; bare?: boolean },
): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/sandbox.css" />
        <script src="/assets/${options.script}" defer></script>
      </head>
      <body class="${options.bare ? 'tracking' : ''}">
        <header>
          <div class="banner">${bannerText}</div>
          ${options.bare ? '' : navigation(options.path)}
        </header>
        <main>${body}</main>
      </body>
    </html>`;
}

function navigation(path: string | undefined): Markup {
  const links = places.map(([href, name]) =>
    href === path
      ? html`<a href="${href}" aria-current="page">${name}</a>`
      : html`<a href="${href}">${name}</a>`,
  );
  return html`<nav aria-label="Sandbox">${links}</nav>`;
}
