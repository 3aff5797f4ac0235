import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stages } from '#lib/vocabulary.ts';
import {
  alertsOf,
  type CurrentAlert,
  keyOf,
  type Mark,
  type OpenCallout,
  type Situation,
  type WaitingPress,
} from './model.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const MINUTES = { noResponder: 2, acknowledged: 10 };
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);

const past = fc.integer({ min: 0, max: 7_200 }).map(ago);
const callout: fc.Arbitrary<OpenCallout> = fc.record({
  calloutId: fc.integer({ min: 1, max: 50 }),
  kind: fc.constantFrom('real', 'test'),
  stage: fc.constantFrom(...stages),
  raisedAt: past,
  duressAt: fc.option(past),
  heardAt: fc.option(past),
});
const press: fc.Arbitrary<WaitingPress> = fc.record({
  pressId: fc.uuid(),
  kind: fc.constantFrom('real', 'test'),
  receivedAt: past,
  newestAt: past,
});
const situation: fc.Arbitrary<Situation> = fc.record({
  callouts: fc.uniqueArray(callout, { selector: ({ calloutId }) => calloutId }),
  presses: fc.array(press),
  asking: fc.record({ roundAt: fc.option(past), failedSince: fc.option(past) }),
});

const WORST_FIRST = [
  'press_undelivered',
  'duress_suspected',
  'new_callout',
  'no_responder',
  'position_lost',
  'aura_unreachable',
];

const derive = (of: Situation, marks: readonly Mark[] = [], at = NOW) => alertsOf(of, marks, at, MINUTES);
const marked = (alert: CurrentAlert, more: Partial<Mark> = {}): Mark => ({
  ...alert,
  acknowledged: { by: 'Ada', operatorId: 'ada', at: NOW },
  releasedAt: null,
  deedAt: null,
  ...more,
});

const CALM = { callouts: [], presses: [], asking: { roundAt: ago(3), failedSince: null } };
const raised = (more: Partial<OpenCallout> = {}): OpenCallout => ({
  calloutId: 42,
  kind: 'real',
  stage: 'raised',
  raisedAt: ago(30),
  duressAt: null,
  heardAt: ago(5),
  ...more,
});
const kindsOf = (more: Partial<OpenCallout>) =>
  derive({ ...CALM, callouts: [raised(more)] }).map(({ kind }) => kind);

describe('in any situation', () => {
  test('every press that AURA does not have is there, whatever else is', () => {
    fc.assert(
      fc.property(situation, (of) => {
        const found = derive(of).filter(({ kind }) => kind === 'press_undelivered');
        expect(found.map(({ subject }) => subject).sort()).toEqual(
          of.presses.map(({ pressId }) => pressId).sort(),
        );
      }),
    );
  });

  test('a TEST callout has no alert, and every unacknowledged real one has', () => {
    fc.assert(
      fc.property(situation, (of) => {
        const subjects = new Set(derive(of).map(({ subject }) => subject));
        for (const { calloutId, kind } of of.callouts) {
          expect(subjects.has(`${calloutId}`)).toBe(kind === 'real');
        }
      }),
    );
  });

  test('the same is there a moment later, with the same `since`, or its cause is gone', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 0, max: 3_600_000 }), (of, laterMs) => {
        const later = new Set(derive(of, [], new Date(NOW.getTime() + laterMs)).map(keyOf));
        for (const alert of derive(of)) expect(later).toContain(keyOf(alert));
      }),
    );
  });

  test('unacknowledged first, then by kind; newest first for the worst kinds, oldest first for the rest', () => {
    fc.assert(
      fc.property(situation, fc.infiniteStream(fc.boolean()), (of, coins) => {
        const marks = derive(of).flatMap((alert) => (coins.next().value ? [marked(alert)] : []));
        const ranks = derive(of, marks).map(
          ({ acknowledged, kind, lastAt }) =>
            [
              acknowledged ? 1 : 0,
              WORST_FIRST.indexOf(kind),
              lastAt.getTime() * (WORST_FIRST.indexOf(kind) < 3 ? -1 : 1),
            ] as const,
        );
        const inOrder = ranks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
        expect(ranks).toEqual(inOrder);
      }),
    );
  });

  test('acknowledging one marks that one, and ends at most the news of its own callout', () => {
    fc.assert(
      fc.property(situation, fc.nat(), (of, pick) => {
        const before = derive(of);
        const one = before[pick % Math.max(1, before.length)];
        if (!one) return;
        const after = new Map(derive(of, [marked(one)]).map((alert) => [keyOf(alert), alert]));
        const callout = of.callouts.find(({ calloutId }) => `${calloutId}` === one.subject);
        const isHelped = callout && callout.stage !== 'raised' && callout.stage !== 'owned';
        for (const alert of before) {
          const isNewsOfSame = alert.kind === 'new_callout' && alert.subject === one.subject;
          if (isNewsOfSame && isHelped) expect(after.has(keyOf(alert))).toBe(false);
          else if (keyOf(alert) === keyOf(one)) expect(after.get(keyOf(alert))?.acknowledged?.by).toBe('Ada');
          else expect(after.get(keyOf(alert))).toEqual(alert);
        }
      }),
    );
  });

  test('an earlier acknowledgement does not cover a repetition', () => {
    fc.assert(
      fc.property(situation, (of) => {
        const earlier = derive(of).map((alert) =>
          marked({ ...alert, since: new Date(alert.since.getTime() - 1) }),
        );
        const others = (alerts: readonly CurrentAlert[]) =>
          alerts
            .filter(({ kind }) => kind !== 'new_callout')
            .map(({ kind, acknowledged }) => [kind, acknowledged]);
        expect(others(derive(of, earlier))).toEqual(others(derive(of)));
      }),
    );
  });
});

describe('an acknowledgement', () => {
  const of = { ...CALM, callouts: [raised({ raisedAt: ago(100), heardAt: ago(5) })] };
  const taken = { by: 'Ada', operatorId: 'ada', at: NOW };
  const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
  const stands = (marks: readonly Mark[], seconds: number) => {
    const calm = { ...of, asking: { roundAt: later(seconds), failedSince: null } };
    const callouts = of.callouts.map((each) => ({ ...each, heardAt: later(seconds) }));
    return derive({ ...calm, callouts }, marks, later(seconds)).find(({ kind }) => kind === 'new_callout');
  };
  const [news] = derive(of);
  if (!news) throw new Error('a raised callout is news');

  test('that nothing follows lapses after its minutes, as a new alert since then', () => {
    expect(stands([marked(news)], 599)).toMatchObject({ acknowledged: taken, since: news.since });
    const lapsed = stands([marked(news)], 600);
    expect(lapsed).toMatchObject({
      acknowledged: null,
      since: later(600),
      beganAt: news.beganAt,
      returned: { why: 'lapsed', by: 'Ada' },
    });
    if (!lapsed) return;
    // And once more.
    const again = marked(lapsed, { acknowledged: { ...taken, at: later(660) } });
    expect(stands([marked(news), again], 700)?.acknowledged?.at).toEqual(later(660));
    expect(stands([marked(news), again], 1_260)).toMatchObject({ acknowledged: null, since: later(1_260) });
  });

  test.each([
    [0, true],
    [600, true],
    [601, false],
  ])('with a deed after %i s stays: %s', (seconds, isKept) => {
    const found = stands([marked(news, { deedAt: later(seconds) })], 3_000);
    expect(found?.acknowledged !== null).toBe(isKept);
  });

  test('that was released ends then, also after a deed; released too late, it had lapsed before', () => {
    const of30 = stands([marked(news, { releasedAt: later(30) })], 31);
    expect(of30).toMatchObject({ since: later(30), returned: { why: 'released' } });
    const afterDeed = marked(news, { releasedAt: later(900), deedAt: later(60) });
    expect(stands([afterDeed], 901)).toMatchObject({ since: later(900), returned: { why: 'released' } });
    const late = marked(news, { releasedAt: later(900) });
    expect(stands([late], 901)).toMatchObject({ since: later(600), returned: { why: 'lapsed' } });
  });

  test('that ended at its very beginning is over, too', () => {
    const at = news.since;
    const mark = marked(news, { acknowledged: { ...taken, at }, releasedAt: at });
    expect(stands([mark], 1)).toMatchObject({ acknowledged: null, returned: { why: 'released' } });
  });
});

describe('a responder', () => {
  test.each([
    ['raised', 119, false],
    ['raised', 120, true],
    ['owned', 600, true],
    ['dispatched', 600, false],
    ['cancelled', 600, false],
  ] as const)('%s after %i s: missing is %s', (stage, seconds, isMissing) => {
    expect(kindsOf({ stage, raisedAt: ago(seconds) }).includes('no_responder')).toBe(isMissing);
  });

  test('is missing since the minutes were over', () => {
    const alerts = derive({ ...CALM, callouts: [raised({ raisedAt: ago(300) })] });
    expect(alerts.find(({ kind }) => kind === 'no_responder')?.since).toEqual(ago(180));
  });
});

describe('a position', () => {
  test.each([
    ['heard 40 s ago', { heardAt: ago(40) }, false],
    ['quiet for 41 s', { heardAt: ago(41) }, true],
    ['of no device', { heardAt: null }, false],
    ['quiet after the person called it off', { heardAt: ago(60), stage: 'cancelled' }, false],
    [
      'quiet after they did so under duress',
      { heardAt: ago(60), stage: 'cancelled', duressAt: ago(90) },
      true,
    ],
  ] as const)('%s', (_, more, isLost) => {
    expect(kindsOf(more).includes('position_lost')).toBe(isLost);
  });
});

describe('AURA', () => {
  const silence = (roundAt: Date | null, failedSince: Date | null, callouts: OpenCallout[] = []) =>
    derive({ ...CALM, callouts, asking: { roundAt, failedSince } }).find(
      ({ kind }) => kind === 'aura_unreachable',
    );

  test('that fails once is not yet unreachable; consecutive failures are, since the first', () => {
    expect(silence(ago(3), ago(15))).toBeUndefined();
    expect(silence(ago(3), ago(16))?.since).toEqual(ago(16));
  });

  test('that is not polled counts as unreachable, since the last round', () => {
    expect(silence(ago(75), null)).toBeUndefined();
    expect(silence(ago(76), null)?.since).toEqual(ago(76));
    expect(silence(ago(76), ago(500))?.since).toEqual(ago(500));
  });

  test('that was never polled counts as unreachable when a callout is open', () => {
    expect(silence(null, null)).toBeUndefined();
    expect(silence(null, null, [raised({ raisedAt: ago(80) })])?.since).toEqual(ago(80));
  });
});
