import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tier } from '#lib/platform/escalation-tiers.ts';
import { alertKinds } from '#lib/vocabulary.ts';
import {
  dueRecipients,
  escalationMessage,
  isAttemptDue,
  type Notice,
  retryAfterMs,
  shownRecipient,
  tiersOf,
} from './escalation-model.ts';
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
  assigned: null,
  returned: null,
  escalation: null,
  ...more,
});

const TIERS: Tier[] = [
  { afterMinutes: 3, recipients: ['a', 'b'] },
  { afterMinutes: 8, recipients: ['c'] },
];
const notified = (recipient: string, seconds: number, isLost = false): Notice => ({
  ...{ recipient, sentAt: ago(seconds), isLost },
});
const tried = (seconds: number, failures: number): CurrentAlert['escalation'] => ({
  ...{ at: ago(seconds), attempts: failures, failures, sentAt: null },
});
const LAPSED = { why: 'lapsed', by: 'Ada' } as const;

test.each([
  ['waits for less than the minutes', { since: ago(179) }, [], []],
  ['waits for the minutes', { since: ago(180) }, [], ['a', 'b']],
  ['is acknowledged', { acknowledged: { by: 'Ada', operatorId: 'ada', at: NOW } }, [], []],
  ['is assigned', { assigned: { to: 'Ben', operatorId: 'ben', by: 'Ada', at: NOW } }, [], ['a', 'b']],
  ['lapsed just now', { since: NOW, returned: LAPSED }, [], ['a', 'b']],
  ['lapsed long ago', { since: ago(301), returned: LAPSED }, [notified('a', 290)], ['b', 'c']],
  ['was released just now', { since: NOW, returned: { why: 'released', by: 'Ada' } }, [], []],
  ['is of a TEST', { isTest: true }, [], []],
  ['reached some', {}, [notified('a', 20)], ['b']],
  ['reached all of the first tier', { since: ago(479) }, [notified('a', 290), notified('b', 290)], []],
  ['has come to the next tier', { since: ago(480) }, [notified('a', 290), notified('b', 290)], ['c']],
  ['reached nobody for a minute', { since: ago(240) }, [], ['a', 'b', 'c']],
  [
    'reached nobody, by texts',
    { since: ago(240) },
    [notified('a', 60, true), notified('b', 60, true)],
    ['c'],
  ],
  ['reached one', { since: ago(240) }, [notified('a', 60)], ['b']],
  [
    'reached the last tier lately',
    { since: ago(900) },
    [notified('a', 720), notified('b', 720), notified('c', 299)],
    [],
  ],
  [
    'reached the last tier some time ago',
    { since: ago(900) },
    [notified('a', 720), notified('b', 720), notified('c', 300)],
    ['c'],
  ],
] as [string, Partial<CurrentAlert>, Notice[], string[]][])(
  'who is notified when it %s',
  (_, of, notices, expected) => {
    expect([...dueRecipients(alert(of), notices, TIERS, NOW).keys()]).toEqual(expected);
  },
);

test.each([
  ['was never tried', null, true],
  ['reached all before', { at: ago(1), attempts: 1, failures: 0, sentAt: ago(1) }, true],
  ['was tried a moment ago', tried(19, 1), false],
  ['was tried before this one was due', tried(21, 1), true],
  ['was tried and is due again', tried(30, 1), true],
])('whether an attempt is made where it %s', (_, escalation, isDue) => {
  expect(isAttemptDue(alert({ escalation }), new Map([['a', ago(20)]]), NOW)).toBe(isDue);
  expect(isAttemptDue(alert({ escalation }), new Map(), NOW)).toBe(false);
});

test('attempts that fail often wait for their backoff', () => {
  const due = new Map([['a', ago(900)]]);
  expect(isAttemptDue(alert({ escalation: tried(299, 9) }), due, NOW)).toBe(false);
  expect(isAttemptDue(alert({ escalation: tried(300, 9) }), due, NOW)).toBe(true);
});

test('whoever is due stays due until notified, and nobody is notified twice but of the last tier', () => {
  const notice = fc.record({
    recipient: fc.constantFrom('a', 'b', 'c'),
    sentAt: fc.nat(1_200).map(ago),
    isLost: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.nat(3_600), fc.array(notice, { maxLength: 3 }), fc.nat(3_600), (age, notices, later) => {
      const of = alert({ since: ago(age) });
      const at = new Date(NOW.getTime() + later * 1_000);
      const [now, then] = [NOW, at].map((each) => [...dueRecipients(of, notices, TIERS, each).keys()]);
      expect(then).toEqual(expect.arrayContaining(now ?? []));
      const knownFirst = notices.map(({ recipient }) => recipient).filter((each) => each !== 'c');
      for (const recipient of knownFirst) expect(then).not.toContain(recipient);
    }),
  );
});

test('without tiers the mobiles and addresses are the only one, and without these nobody is notified', () => {
  const one = { ESCALATE_AFTER_MINUTES: 3, ESCALATION_MOBILES: ['a'], ESCALATION_EMAILS: ['b'] };
  expect(tiersOf(one)).toEqual([{ afterMinutes: 3, recipients: ['a', 'b'] }]);
  expect(tiersOf({ ...one, ESCALATION_TIERS: TIERS })).toBe(TIERS);
  expect(tiersOf({ ESCALATE_AFTER_MINUTES: 3 })).toEqual([]);
});

test('numbers and addresses are shown shortened', () => {
  expect(['+27820000001', 'on-call@vigil.test'].map(shownRecipient)).toEqual(['+2782…01', 'on…@vigil.test']);
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
    'Vigil: No responder is on the way to callout 4711. Not acknowledged for 3 min. Take it: https://vigil.example/admin/callouts/4711',
  );
});

test('it comes from what the deployment is called', () => {
  const two = [alert(), alert({ subject: '4712' })];
  for (const alerts of [[alert()], two]) {
    const { subject, text } = escalationMessage(alerts, NOW, 'https://vigil.example', 'Wag');
    expect([subject, text].join(' ')).not.toContain('Vigil');
    expect(subject).toMatch(/^Wag: /);
  }
});

test('a press has no page of its own: the link leads to its row', () => {
  const press = alert({ kind: 'press_undelivered', subject: '0d5e9d5a-0000-4000-8000-000000000000' });
  const { text } = escalationMessage([press], NOW, 'https://vigil.example');
  expect(text).toBe(
    'Vigil: An alarm is not sent to AURA. Not acknowledged for 3 min. Take it: https://vigil.example/admin/callouts#need-0d5e9d5a-0000-4000-8000-000000000000',
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
