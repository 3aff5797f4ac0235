/** The roles of app/globals.css, as far as this page has them. */
export const CALL_SHEET_STYLE = `
:root { color-scheme: light dark; --canvas: #f5f7f7; --ink: #0d1f26; --soft: #3b4e57; --line: #d6dfe1; --control: #667a83;
  --surface: #fff; --accent: #0a4d57; --accent-ink: #fff; --alert-ink: #5e3500; --alert-wash: #fff3dc; --alert-line: #a56300;
  --focus: #1559c7 }
@media (prefers-color-scheme: dark) { :root { --canvas: #0b1316; --ink: #eef4f5; --soft: #b3c4ca; --line: #2a3a40;
  --control: #7f959d; --surface: #131e22; --accent: #8fd6df; --accent-ink: #04262c; --alert-ink: #ffdca3;
  --alert-wash: #33260b; --alert-line: #d99a3a; --focus: #8ab8ff } }
* { box-sizing: border-box }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 1.0625rem/1.6 ui-sans-serif, system-ui, sans-serif;
  -webkit-text-size-adjust: 100% }
aside { padding: .5rem 1rem; background: var(--alert-wash); color: var(--alert-ink); border-bottom: 1px solid var(--alert-line);
  font-size: .9375rem; font-weight: 600; text-align: center }
header { padding: .5rem 1rem; background: var(--surface); border-bottom: 1px solid var(--line) }
header a { display: inline-flex; align-items: center; min-height: 2.75rem; font-size: 1.25rem; font-weight: 700;
  color: inherit; text-decoration: none }
main { display: grid; gap: 2rem; max-width: 36rem; margin: 0 auto; padding: 2rem 1rem }
h1, p, ul { margin: 0 }
h1 { font-size: 2rem; line-height: 1.2 }
.lead { margin-top: -1.5rem; font-size: 1.25rem; line-height: 1.5; color: var(--soft) }
main p a { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--accent) }
ul { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none }
li { flex: 1 1 11rem }
li a { display: flex; align-items: center; justify-content: center; min-height: 3.5rem; padding: .75rem 1.5rem;
  border: 1px solid var(--control); border-radius: .75rem; background: var(--surface); color: var(--ink);
  font-size: 1.25rem; font-weight: 600; text-decoration: none }
li:first-child a { border-color: transparent; background: var(--accent); color: var(--accent-ink) }
[role=alert] { display: grid; gap: .5rem; padding: 1rem; border: 1px solid var(--alert-line); border-inline-start-width: 4px;
  border-radius: .75rem; background: var(--alert-wash); color: var(--alert-ink) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
@media print { a { color: #000 } }
`;
