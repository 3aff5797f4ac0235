import { expect, test } from 'vitest';
import { contactTextWords } from './contact-text-words.ts';

const NONE = { sent: 0, waiting: 0, stopped: 0, delivered: 0, failed: 0 };

test.each([
  [{ sent: 2 }, '2 of 2 texted'],
  [{ sent: 2, delivered: 1, failed: 1 }, '2 of 2 texted, 1 delivered, 1 reported as not delivered'],
  [{ sent: 1, waiting: 1, stopped: 1 }, '1 of 3 texted, 1 to be sent, 1 not sent'],
])('%j is %s', (texts, words) => {
  expect(contactTextWords({ ...NONE, ...texts })).toBe(words);
});
