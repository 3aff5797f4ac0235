import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutPastedSigns } from './pasted-path.ts';

const ours = fc.oneof(
  fc.stringMatching(/^[\w-]{43}$/).map((token) => `/follow/${token}`),
  fc.stringMatching(/^[\w-]{43}$/).map((token) => `/admin/join/${token}`),
  fc.integer({ min: 1 }).map((id) => `/callouts/${id}`),
  fc.constantFrom('/', '/panic', '/register', '/admin/callouts', '/sw.js', '/manifest.webmanifest'),
);
const signs = fc
  .array(fc.constantFrom(...`).,;:!?'"»›”’]}>*…。，）】~`, '\u200B', '\u00A0', ' '), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

test('what follows a link in a sentence is taken away, however it is encoded', () => {
  fc.assert(
    fc.property(ours, signs, fc.boolean(), (path, after, isEncoded) => {
      expect(withoutPastedSigns(path + (isEncoded ? encodeURIComponent(after) : after))).toBe(path);
    }),
  );
});

const links = fc.stringMatching(/^\/(follow|admin\/join)\/[\w-]{43}$/);

test('what follows a token is taken away: signs that a token may end in, markup, the next word', () => {
  const after = fc.constantFrom(
    '_',
    '__',
    '-',
    '*_',
    '</a>',
    '.Thanks',
    '/',
    '…and',
    '%5D(x)',
    '。谢谢',
    '\n',
  );
  fc.assert(
    fc.property(links, after, (link, more) => {
      expect(withoutPastedSigns(link + more)).toBe(link);
    }),
  );
});

test('our own addresses stay as they are', () => {
  fc.assert(
    fc.property(ours, (path) => {
      expect(withoutPastedSigns(path)).toBeNull();
    }),
  );
  expect(withoutPastedSigns('/%E0%A4%A')).toBeNull();
});
