import postcss, { type AtRule, type Declaration, type Document, type Root, type Rule } from 'postcss';
import type { CheckResult } from './check-result.ts';

// What of the styles the oldest promised browsers (`browserslist`) do not read, and what they lose by it. A declaration may
// be past them where an older one stands before it, and anything within a condition that they do not meet.

type Missed = { name: string; found: RegExp };

/** At-rules whose whole content is dropped. */
const AT_RULES = ['layer', 'scope', 'starting-style', 'position-try', 'view-transition'];
/** A selector that cannot be read drops its rule. */
const SELECTORS: readonly Missed[] = [
  { name: ':has()', found: /:has\(/ },
  { name: '& of nested rules', found: /(^|[\s,>+~])&/ },
  { name: 'a state of newer elements', found: /:(popover-open|user-valid|user-invalid|open)\b/ },
];
/** A value that cannot be read drops its declaration. */
const VALUES: readonly Missed[] = [
  { name: 'a dynamic height', found: /\d(dvh|svh|lvh|dvw|svw|lvw)\b/ },
  { name: 'a unit of containers', found: /\d(cqi|cqb|cqw|cqh|cqmin|cqmax)\b/ },
  { name: 'the unit lh', found: /\d(lh|rlh)\b/ },
  { name: 'a colour function', found: /\b(oklch|oklab|lab|lch|color|color-mix|light-dark)\(/ },
  { name: 'a colour from another', found: /\b(rgb|hsl)a?\(from\b/ },
  { name: 'text-wrap: pretty', found: /^pretty$/ },
  { name: 'a function of numbers', found: /\b(round|mod|rem|sin|cos|tan|pow|sqrt|hypot|abs|sign)\(/ },
];
/** Properties that change where things are, or whether they are seen. */
const PROPERTIES = ['translate', 'rotate', 'scale', 'zoom', 'position-area', 'anchor-name', 'inset-area'];
/** Conditions that older browsers do not meet, or do not know and so do not meet. */
const CONDITIONS = ['container', 'supports'];

/** Uses that do no harm where they are not read. */
const EXCUSES: readonly { found: RegExp; why: string }[] = [
  { found: /::-webkit-date-and-time-value/, why: 'A field for a date is a little lower while it is empty' },
];

/** Finds what is past the baseline in one file of styles. */
export function checkStyles(path: string, text: string): CheckResult {
  const root = postcss.parse(text);
  const problems: string[] = [];
  let rules = 0;
  root.walkAtRules((at) => {
    if (AT_RULES.includes(at.name)) problems.push(`@${at.name}`);
    if (at.name === 'media' && /[<>]/.test(at.params)) problems.push(`a range in @media ${at.params}`);
    if (at.name === 'property' && !hasFallback(root, at)) problems.push(`@property ${at.params}`);
  });
  root.walkRules((rule) => {
    rules += 1;
    if (isConditional(rule) || isExcused(rule.selector)) return;
    for (const { name, found } of SELECTORS)
      if (found.test(rule.selector.replace(/\\./g, ''))) problems.push(`${name} in ${rule.selector}`);
  });
  root.walkDecls((declaration) => {
    const problem = problemOf(declaration);
    if (problem) problems.push(problem);
  });
  return {
    summary: `${rules} rules`,
    problems: [...new Set(problems)].map((what) => `${path}: ${what} is past the oldest promised browsers`),
  };
}

function problemOf(declaration: Declaration): string | null {
  const { prop, value, parent } = declaration;
  const selector = parent?.type === 'rule' ? (parent as Rule).selector : ''; // safe: by its type
  // A property of our own is read where it is used.
  if (prop.startsWith('--') || isConditional(declaration) || isExcused(selector)) return null;
  const missed =
    VALUES.find(({ found }) => found.test(value))?.name ?? PROPERTIES.find((name) => name === prop);
  return missed && !hasOlder(declaration) ? `${missed} in ${selector} { ${prop}: ${value} }` : null;
}

/** An older declaration of the same property before it is what those browsers keep. */
function hasOlder(declaration: Declaration): boolean {
  if (PROPERTIES.includes(declaration.prop)) return false;
  for (let before = declaration.prev(); before; before = before.prev()) {
    if (before.type === 'decl' && before.prop === declaration.prop)
      return !VALUES.some(({ found }) => found.test(before.value));
  }
  return false;
}

/** Older browsers get what a registered property begins with from a rule for every element. */
function hasFallback(root: Root, property: AtRule): boolean {
  let isSet = false;
  root.walkDecls(property.params, (declaration) => {
    const { parent } = declaration;
    if (parent?.type === 'rule' && /(^|,)\s*\*/.test((parent as Rule).selector)) isSet = true; // safe: by its type
  });
  return isSet;
}

function isConditional(node: Rule | Declaration): boolean {
  for (let up: Declaration['parent'] | Document = node.parent; up; up = up.parent) {
    if (up.type === 'atrule' && CONDITIONS.includes((up as AtRule).name)) return true; // safe: by its type
  }
  return false;
}

function isExcused(selector: string): boolean {
  return EXCUSES.some(({ found }) => found.test(selector));
}
