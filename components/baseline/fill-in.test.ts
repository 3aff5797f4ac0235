import vm from 'node:vm';
import { expect, it } from 'vitest';
import { MISSED_SCRIPT } from '../../scripts/checks/browser-baseline.ts';
import { inlineScript } from '../../scripts/inline-script.mjs';
import { FILLED_IN } from './fill-in.ts';

const { text } = await inlineScript('instrumentation-client.ts');

/** A browser that lacks all that the oldest promised ones lack, after our script has run there. */
function oldBrowser(): vm.Context {
  class OldSignal extends EventTarget {
    aborted = false;
    reason: unknown;
  }
  class OldController {
    readonly signal = new OldSignal();
    abort(reason?: unknown): void {
      if (this.signal.aborted) return;
      Object.assign(this.signal, { aborted: true, reason });
      this.signal.dispatchEvent(new Event('abort'));
    }
  }
  class Crypto {
    getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
      return globalThis.crypto.getRandomValues(bytes);
    }
  }
  class OldUrl extends URL {
    static override canParse = undefined as never;
  }
  const browser = vm.createContext({
    ...{ setTimeout, DOMException, Crypto, crypto: new Crypto(), URL: OldUrl },
    ...{ AbortSignal: OldSignal, AbortController: OldController },
  });
  vm.runInContext('delete URL.canParse', browser);
  for (const { remove } of MISSED_SCRIPT) if (remove) vm.runInContext(remove, browser);
  vm.runInContext(text, browser);
  return browser;
}

it.each([
  ['[1, 2, 3].at(-1)', 3],
  ['[1, 2, 3].findLast((each) => each < 3)', 2],
  ['[1, 2, 3].findLastIndex((each) => each > 3)', -1],
  ['[2, 1].toSorted().join() + [1, 2].toReversed().join()', '1,22,1'],
  ['[1, 2, 3].toSpliced(1, 1, 7).join()', '1,7,3'],
  ['"abc".at(-2)', 'b'],
  ['"a\u{1F600}".isWellFormed() && !"a\uD83D".isWellFormed() && !"\uDE00\uD83D".isWellFormed()', true],
  ['Object.hasOwn({ a: 1 }, "a") && !Object.hasOwn({}, "toString")', true],
  ['URL.canParse("/a", "https://vigil.example")', true],
  ['URL.canParse("/a")', false],
  ['/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID())', true],
  [
    'const one = new AbortController(); const both = AbortSignal.any([one.signal, new AbortController().signal]); one.abort("why"); both.reason',
    'why',
  ],
  ['const over = new AbortController(); over.abort("before"); AbortSignal.any([over.signal]).aborted', true],
  ['AbortSignal.any([]).aborted', false],
  ['const { promise, resolve } = Promise.withResolvers(); resolve(1); promise instanceof Promise', true],
])('%s is %s where the browser lacks it', (script, value) => {
  expect(vm.runInContext(`{${script}}`, oldBrowser())).toBe(value);
});

it('ends a wait by time', async () => {
  const aborted = vm.runInContext(
    'new Promise((resolve) => AbortSignal.timeout(1).addEventListener("abort", ({ target }) => resolve(target.reason.name)))',
    oldBrowser(),
  );
  await expect(aborted).resolves.toBe('TimeoutError');
});

it('leaves what a browser has', () => {
  const browser = vm.createContext({});
  const before = vm.runInContext('[Array.prototype.at, Object.hasOwn]', browser);
  vm.runInContext(text, browser);
  expect(vm.runInContext('[Array.prototype.at, Object.hasOwn]', browser)).toEqual(before);
});

it('fills in nothing that the check does not know', () => {
  const known = MISSED_SCRIPT.map(({ name }) => name);
  expect(FILLED_IN.filter((name) => !known.includes(name) && name !== 'String.prototype.at')).toEqual([]);
});
