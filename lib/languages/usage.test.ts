import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { en } from './en/all.ts';

// The catalogues and the sources that take texts from them: no text that nobody shows, none beside them on a page that is
// translated.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');
const sources = globSync(['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.ts'], {
  cwd: ROOT,
}).filter((path) => !/\.test\.tsx?$|^lib\/(languages|testing)\//.test(path));

/** What the translated pages are made of. A file that other pages use too may have words of theirs. */
const TRANSLATED = globSync(
  [
    'components/panic/**/*.tsx',
    'components/callout/{call-row,callout-history,callout-status,callout-timeline,control-room-notice}.tsx',
    'components/callout/{conversation,details,ending,message-line,message-link,rating-card,safe-again}.tsx',
    'components/callout/{share-card,tracking-frame,tracking-link,tracking-pane}.tsx',
    'components/position/own-position.tsx',
    'components/profile/*.tsx',
    'components/map/pin-map.tsx',
    'components/callout/{history-list,own-open-callouts,open-callout-links,shared-status}.tsx',
    'components/ui/{age,alert,app-shell,button,dialog,error-view,footer-links,language-switch,nav-link}.tsx',
    'components/ui/{page-header,sandbox-notice,skip-link,status-line,text-link,text-page}.tsx',
    'components/ui/{coordinates,copy-button,definition-list,link-field}.tsx',
    'app/{layout,not-found}.tsx',
    'app/person-footer.tsx',
    'app/(person)/{layout,error,not-found}.tsx',
    'app/(person)/{panic,practice,profile}/*.tsx',
    'app/(person)/callouts/{,*/}*.tsx',
    'app/(public)/{layout,error,not-found,page}.tsx',
    'app/(public)/{help,privacy,register,sign-in,terms}/page.tsx',
    'app/(public)/{deleted,follow}/*/page.tsx',
    'app/(public)/register/return/*/page.tsx',
    'components/registration/{code-step,details-fields,refusal-alert,registration-form}.tsx',
    'components/registration/{sign-in-form,signup-return,surname-step}.tsx',
    'components/ui/{card,code-field,field,link-button,person-name,select-field,text-field}.tsx',
  ],
  { cwd: ROOT },
);

/** The name of the product, which no language changes. */
const NAMES = /^(Vigil|[^\p{L}]*)$/u;
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'title',
  'alt',
  'placeholder',
  'label',
  'lead',
  'text',
  'description',
]);

test('each text of the catalogues is shown somewhere', () => {
  const all = sources.map(read).join('\n');
  const begun = [...all.matchAll(/`([a-z]+(?:\.[a-zA-Z_]+)*\.)\$\{/g)].map(([, head]) => head ?? '');
  const keys = Object.values(en).flatMap((part) => Object.keys(part));
  const unused = keys.filter(
    (key) => !all.includes(`'${key}'`) && !begun.some((head) => key.startsWith(head)),
  );
  expect(unused).toEqual([]);
});

function wordsBeside(path: string): string[] {
  const tree = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const add = (text: string) => {
    if (!NAMES.test(text.trim())) found.push(`${path}: ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) add(node.text);
    const isSpoken = ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText());
    if (isSpoken && node.initializer && ts.isStringLiteral(node.initializer)) add(node.initializer.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      if (!ts.isJsxAttribute(node.parent)) add(node.expression.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test('a translated page has no text beside the catalogues', () => {
  expect(TRANSLATED.length).toBeGreaterThan(30);
  expect(TRANSLATED.flatMap(wordsBeside)).toEqual([]);
});
