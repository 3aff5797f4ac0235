import { expect, it } from 'vitest';
import { codeWords } from '#components/admin/code-words.ts';

it.each([
  ['NEW_CALLOUT', 'New callout'],
  ['RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA', 'Responder acknowledged callout with ETA'],
  ['SECURITY', 'Security'],
  ['listActiveCallouts', 'List active callouts'],
  ['AURA told us: all is well', 'AURA told us: all is well'],
  ['Armed Response', 'Armed Response'],
  ['NEW_', 'NEW_'],
  ['', ''],
])('%s is shown as %s', (code, words) => {
  expect(codeWords(code)).toBe(words);
});
