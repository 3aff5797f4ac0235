import type { CheckResult } from './check-result.ts';
import { checkStyles } from './style-baseline.ts';

// Features missing in the oldest supported browsers (`browserslist` in package.json: Safari 15.4, Chrome 90, Firefox 91).
// The build transpiles syntax, but adds no functions or regular expression features. Styles: style-baseline.ts.

type Feature = {
  /** Name in reports, such as `AbortSignal.any`. */
  name: string;
  found: RegExp;
  /** Source that removes it from a page, to test as on an old browser. */
  remove?: string;
};

const fixed = (owner: string, name: string): Feature => ({
  name: `${owner}.${name}`,
  found: new RegExp(String.raw`\b${owner}\.${name}\b`),
  remove: `delete ${owner}.${name}`,
});
/** A method of arrays, and of strings where they have it. */
const onArrays = (name: string): Feature => ({
  name: `Array.prototype.${name}`,
  found: new RegExp(String.raw`\.${name}\(`),
  remove: `delete Array.prototype.${name}; delete String.prototype.${name}`,
});

export const MISSED_SCRIPT: readonly Feature[] = [
  fixed('AbortSignal', 'any'),
  fixed('AbortSignal', 'timeout'),
  fixed('Array', 'fromAsync'),
  fixed('Map', 'groupBy'),
  fixed('Object', 'groupBy'),
  fixed('Object', 'hasOwn'),
  fixed('Promise', 'try'),
  fixed('Promise', 'withResolvers'),
  fixed('URL', 'canParse'),
  fixed('URL', 'parse'),
  // In Next's polyfills for browsers without modules; never called.
  { name: 'RegExp.escape', found: /\bRegExp\.escape\(/ },
  {
    name: 'crypto.randomUUID',
    found: /\.randomUUID\b/,
    remove: 'delete Crypto.prototype.randomUUID',
  },
  { name: 'structuredClone', found: /\bstructuredClone\(/, remove: 'delete globalThis.structuredClone' },
  {
    name: 'requestIdleCallback',
    found: /\brequestIdleCallback\(/,
    remove: 'delete globalThis.requestIdleCallback; delete globalThis.cancelIdleCallback',
  },
  ...['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced'].map(onArrays),
  {
    name: 'AbortSignal.prototype.throwIfAborted',
    found: /\.throwIfAborted\(/,
    remove: 'delete AbortSignal.prototype.throwIfAborted',
  },
  { name: 'Set.prototype.union and its like', found: /\.(isSubsetOf|isSupersetOf|symmetricDifference)\(/ },
  {
    name: 'String.prototype.isWellFormed',
    found: /\.isWellFormed\(/,
    remove: 'delete String.prototype.isWellFormed',
  },
  { name: 'String.prototype.toWellFormed', found: /\.toWellFormed\(/ },
  { name: 'Intl.Segmenter', found: /Intl\.Segmenter/, remove: 'delete Intl.Segmenter' },
  { name: 'Intl.DurationFormat', found: /Intl\.DurationFormat/ },
  // An unsupported pattern is a syntax error for the whole file.
  { name: 'a pattern that looks behind', found: /(?<!\\)\(\?<[!=]/ },
  { name: 'a pattern with the v flag', found: /\/[dgimsuy]*v[dgimsuy]*\.(test|exec)\(/ },
];

/** A harmless use, in files that contain the text. */
type Excuse = { feature: string; beside: RegExp; why: string };

type Shipped = { path: string; text: string };

/** Finds unsupported features in browser bundles, unless polyfilled or excused. */
export function checkBaseline(
  files: readonly Shipped[],
  filledIn: readonly string[],
  excuses: readonly Excuse[],
): CheckResult {
  const problems = files.flatMap(({ path, text }) => {
    if (path.endsWith('.css')) return checkStyles(path, text).problems;
    const excused = excuses.filter(({ beside }) => beside.test(text)).map(({ feature }) => feature);
    return MISSED_SCRIPT.filter(
      ({ name, found }) => ![...filledIn, ...excused].includes(name) && found.test(text),
    ).map(({ name }) => `${path}: ${name} is past the oldest browsers that are promised`);
  });
  return { summary: `${files.length} files`, problems };
}

/** Harmless uses in our pages or libraries. */
export const EXCUSES: readonly Excuse[] = [
  {
    feature: 'Intl.Segmenter',
    beside: /maplibregl/,
    why: 'Splits labels of complex scripts on a map, beside which everything stands in words',
  },
];
