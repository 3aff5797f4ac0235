import { describe, expect, it } from 'vitest';
import { checkBaseline, MISSED_SCRIPT } from './browser-baseline.ts';

const problemsOf = (path: string, text: string, filledIn: string[] = []) =>
  checkBaseline([{ path, text }], filledIn, []).problems;

describe('features past the oldest promised browsers', () => {
  it.each([
    'const all=AbortSignal.any([a,b])',
    'fetch(x,{signal:AbortSignal.timeout(8e3)})',
    'let r=structuredClone(state)',
    'n.at(-1)',
    'rows.toSorted((e,t)=>e-t)',
    'rows.findLast(e=>e.isOpen)',
    'let{promise:e}=Promise.withResolvers()',
    'id:crypto.randomUUID()',
    'id:self.crypto.randomUUID()',
    'Object.groupBy(rows,e=>e.kind)',
    'URL.canParse(href)',
    'requestIdleCallback(draw)',
    'text.split(/(?<=,)/)',
    'text.match(/(?<!\\w)x/)',
    '/[\\p{L}--a]/v.test(name)',
    'for(let{segment:e}of new Intl.Segmenter("en").segment(t))',
  ])('are found: %s', (text) => {
    expect(problemsOf('chunk.js', text)).toHaveLength(1);
  });

  it.each([
    'Promise.any([a,b]);Promise.allSettled(c);new AbortController;Object.fromEntries(d);"a".replaceAll("a","b")',
    'text.split(/(?:,)(?=x)(?<name>y)/)',
    'a.attach(b);c.sort();d.findIndex(e)',
  ])('are not what every promised browser has: %s', (text) => {
    expect(problemsOf('chunk.js', text)).toEqual([]);
  });

  it('are no problem where they are filled in, each by its own name', () => {
    expect(problemsOf('chunk.js', 'n.at(-1)', ['Array.prototype.at'])).toEqual([]);
    expect(problemsOf('chunk.js', 'n.toSorted()', ['Array.prototype.at'])).toHaveLength(1);
  });
});

it('every feature with a removal is one that can be removed', () => {
  for (const { remove } of MISSED_SCRIPT)
    if (remove) expect(remove).toMatch(/^delete [\w.]+(; delete [\w.]+)*$/);
});
