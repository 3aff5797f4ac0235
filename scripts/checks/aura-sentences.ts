import ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import type { SourceFile } from './source-files.ts';

// Every sentence about AURA on a screen or in the docs must be in the register (docs/aura-sentences.md) under
// its evidence. A claim beyond the evidence cannot be placed there.

/** User-facing text, the sandbox's pages and commands included; comments, logs and defects are not. */
const READ =
  /^(app|components|lib|sandbox)\/.*\.tsx?$|^scripts\/(doctor|register-webhook|supervisor\/.*)\.ts$/;
/** The translations say what the English texts say. */
const UNREAD = /\.(test|spec)\.tsx?$|^lib\/(testing|aura|db)\/|^lib\/languages\/(?!en\/)[a-z]{2}\//;
const PAGES = /^(README|CONTRIBUTING|SECURITY)\.md$|^(docs|sandbox)\/.*\.md$/;
/** Generated from the contract with evidence; and the register itself. */
const NOT_PAGES = /^docs\/(aura|aura-sentences)\.md$/;

const ABOUT_AURA = /\bAURA\b/;
const GAP = '…';
/** Tags in the sandbox's pages. */
const MARKUP = /<\/?[a-z][^<>]*>/gi;
/** Heading for new sentences without evidence yet. */
export const UNPLACED = 'unplaced';
/** Shorter texts are labels. */
const FEWEST_WORDS = 3;

export type Found = { readonly sentence: string; readonly at: string };

/** Headings are evidence ids; each line below is a sentence. */
function readRegister(text: string): Map<string, string> {
  const register = new Map<string, string>();
  let evidence = '';
  for (const line of text.split('\n')) {
    const heading = /^## (\S+)/.exec(line)?.[1];
    if (heading) evidence = heading;
    else if (line.startsWith('- ')) register.set(line.slice(2).trim(), evidence);
  }
  return register;
}

export function checkAuraSentences(
  files: readonly SourceFile[],
  registerText: string,
  evidence: ReadonlySet<string>,
): CheckResult {
  const register = readRegister(registerText);
  const found = sentencesAboutAura(files);
  const present = new Set(found.map(({ sentence }) => sentence));
  const unknown = found.filter(({ sentence }) => !register.has(sentence));
  const gone = [...register.keys()].filter((sentence) => !present.has(sentence));
  const unfounded = [...register].filter(([, id]) => !evidence.has(id));
  return {
    summary: `${present.size} sentences`,
    problems: [
      ...unknown.map(({ sentence, at }) => `${at}: has no evidence in docs/aura-sentences.md: ${sentence}`),
      ...gone.map((sentence) => `docs/aura-sentences.md: is said nowhere any more: ${sentence}`),
      ...unfounded.map(
        ([sentence, id]) => `docs/aura-sentences.md: no evidence is called ${id}: ${sentence}`,
      ),
    ],
  };
}

/** The updated register: removed sentences dropped, new ones under `unplaced`. */
export function renewRegister(registerText: string, found: readonly Found[]): string {
  const register = readRegister(registerText);
  const preface = registerText.split(/^## /m)[0] ?? '';
  const placed = Map.groupBy(found, ({ sentence }) => register.get(sentence) ?? UNPLACED);
  const ids = [...placed.keys()].toSorted();
  const sections = ids.map((id) => {
    const sentences = (placed.get(id) ?? []).map(({ sentence }) => `- ${sentence}`).toSorted();
    return `## ${id}\n\n${sentences.join('\n')}\n`;
  });
  return `${preface}${sections.join('\n')}`;
}

/** Deduplicated, with the first place. */
export function sentencesAboutAura(files: readonly SourceFile[]): Found[] {
  const found = new Map<string, Found>();
  const add = (text: string, at: string) => {
    for (const sentence of sentencesOf(text)) {
      const isClaim = ABOUT_AURA.test(sentence) && sentence.split(' ').length >= FEWEST_WORDS;
      if (isClaim && !found.has(sentence)) found.set(sentence, { sentence, at });
    }
  };
  for (const { path, text } of files) {
    if (!text.includes('AURA')) continue;
    if (PAGES.test(path) && !NOT_PAGES.test(path)) for (const block of blocksOf(text)) add(block, path);
    if (READ.test(path) && !UNREAD.test(path)) addSpoken(path, text, add);
  }
  return [...found.values()];
}

/** Normalises blanks and splits into sentences. */
function sentencesOf(text: string): string[] {
  return text
    .replace(MARKUP, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?][”"’)]?) (?=\S)/)
    .map((sentence) => sentence.trim());
}

/** Paragraphs, list items and cells, without code and markup. */
function blocksOf(page: string): string[] {
  const plain = page
    .replace(/^```[\s\S]*?^```/gm, '\n')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '');
  return plain
    .split(/\n\s*\n|\n(?=\s*(?:[-#|]|\d+\.) )|(?<!\\)\|/)
    .map((block) => block.replace(/^\s*(?:[-#>]+|\d+\.) /, ''));
}

function addSpoken(path: string, text: string, add: (text: string, at: string) => void): void {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const at = (node: ts.Node) => `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (isUnread(node)) return;
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) add(node.children.map(shown).join(''), at(node));
    else if (ts.isStringLiteralLike(node)) add(node.text, at(node));
    else if (ts.isTemplateExpression(node)) {
      add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(GAP), at(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

function shown(child: ts.JsxChild): string {
  if (ts.isJsxText(child)) return child.text;
  if (ts.isJsxExpression(child)) {
    const { expression } = child;
    return expression && ts.isStringLiteralLike(expression) ? expression.text : GAP;
  }
  return GAP;
}

/** Imports, thrown defects and log texts. */
function isUnread(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return true;
  if (ts.isNewExpression(node)) return /Error$/.test(node.expression.getText());
  return ts.isCallExpression(node) && /^log\./.test(node.expression.getText());
}
