import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertKinds } from '#lib/vocabulary.ts';
import { escalationMessage, isEscalationDue, retryAfterMs } from './escalation-model.ts';
import type { CurrentAlert } from './model.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);
const alert = (more: Partial<CurrentAlert> = {}): CurrentAlert => ({
  kind: 'no_responder',
  subject: '4711',
  since: ago(200),
  beganAt: more.since ?? ago(200),
  lastAt: more.since ?? ago(200),
  isTest: false,
  acknowledged: null,
  returned: null,
  escalation: null,
  ...more,
});

test.each([
  ['waits for less than the minutes', alert({ since: ago(179) }), false],
  ['waits for the minutes', alert({ since: ago(180) }), true],
  ['is acknowledged', alert({ acknowledged: { by: 'Ada', operatorId: 'ada', at: NOW } }), false],
  ['lapsed just now', alert({ since: NOW, returned: { why: 'lapsed', by: 'Ada' } }), true],
  ['was released just now', alert({ since: NOW, returned: { why: 'released', by: 'Ada' } }), false],
  ['is of a TEST', alert({ isTest: true }), false],
  ['was told', alert({ escalation: { at: ago(100), attempts: 1, sentAt: ago(99) } }), false],
  ['was tried a moment ago', alert({ escalation: { at: ago(29), attempts: 1, sentAt: null } }), false],
  ['was tried and is due again', alert({ escalation: { at: ago(30), attempts: 1, sentAt: null } }), true],
  ['was tried often', alert({ escalation: { at: ago(299), attempts: 9, sentAt: null } }), false],
])('whether it is escalated when it %s: %#', (_, of, isDue) => {
  expect(isEscalationDue(of, NOW, 3)).toBe(isDue);
});

test('attempts become rarer, never rarer than every five minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (attempts) => {
      expect(retryAfterMs(attempts + 1)).toBeGreaterThanOrEqual(retryAfterMs(attempts));
      expect(retryAfterMs(attempts)).toBeLessThanOrEqual(300_000);
    }),
  );
  expect([1, 2, 3, 4, 5, 6].map(retryAfterMs)).toEqual([30_000, 60_000, 120_000, 240_000, 300_000, 300_000]);
});

test('one alert is described by kind, callout, age and link', () => {
  const { subject, text } = escalationMessage([alert()], NOW, 'https://vigil.example');
  expect(subject).toBe('Vigil: No responder is on the way to callout 4711');
  expect(text).toBe(
    'Vigil: No responder is on the way to callout 4711. Not acknowledged for 3 min. https://vigil.example/admin/callouts/4711',
  );
});

test('a press has no page of its own, and its id means nothing to anybody', () => {
  const press = alert({ kind: 'press_undelivered', subject: '0d5e9d5a-0000-4000-8000-000000000000' });
  const { text } = escalationMessage([press], NOW, 'https://vigil.example');
  expect(text).toBe(
    'Vigil: An alarm is not sent to AURA. Not acknowledged for 3 min. https://vigil.example/admin/callouts',
  );
});

test('several are one short text, counted by kind', () => {
  const alerts = fc.array(
    fc.record({
      kind: fc.constantFrom(...alertKinds),
      subject: fc.nat().map(String),
      since: fc.nat(9_999).map(ago),
    }),
    { minLength: 2, maxLength: 300 },
  );
  fc.assert(
    fc.property(alerts, (many) => {
      const { text } = escalationMessage(
        many.map((each) => alert(each)),
        NOW,
        'https://vigil.example',
      );
      expect(text).toContain(`${many.length} need attention`);
      expect(text.length).toBeLessThan(300);
      const counted = [...text.matchAll(/(\d+) × /g)].reduce((sum, [, count]) => sum + Number(count), 0);
      expect(counted).toBe(many.length);
    }),
  );
});
