import { html } from 'hono/html';

const bannerText = 'SANDBOX. This is not AURA. Nobody will come.';

const places = [
  ['/', 'Portal'],
  ['/simulator', 'Responder Simulator'],
  ['/sms', 'SMS inbox'],
  ['/behaviour', 'Behaviour'],
] as const;

export type Markup = ReturnType<typeof html>;

/** A page of the sandbox; `script` is one of the files in `assets/`. */
export function page(
  title: string,
  body: Markup,
  options: { path?: string; script?: 'live.js' | 'track.js'; bare?: boolean },
): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/sandbox.css" />
        ${options.script ? html`<script src="/assets/${options.script}" defer></script>` : ''}
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

/** A short UTC time for tables. */
export function clockTime(at: string): Markup {
  return html`<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 19)}</time>`;
}

type Cell = string | number | Markup;

/** A titled table, or a text when empty. */
export function table(
  title: string,
  heads: readonly string[],
  rows: readonly Cell[][],
  none: string,
): Markup {
  const id = title.toLowerCase().replaceAll(' ', '-');
  const head = heads.map((text) => html`<th scope="col">${text}</th>`);
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  // Focusable for keyboard scrolling.
  const filled = html`<div class="scroll" role="group" tabindex="0" aria-labelledby="${id}">
    <table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>
  </div>`;
  return html`<section class="card" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${rows.length === 0 ? html`<p class="quiet">${none}</p>` : filled}
  </section>`;
}
