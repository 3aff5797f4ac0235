import { expect, it } from 'vitest';
import { translateInto } from '#lib/languages/catalogue.ts';
import { stages } from '#lib/vocabulary.ts';
import { arrivalText, stageSince } from './person-words.ts';

const t = translateInto('en');

it.each([
  ['Responder Dispatched, ETA 5 min', 'About 5 minutes'],
  ['Dispatched. ETA: 12 minutes', 'About 12 minutes'],
  ['eta 1 m', 'About 1 minute'],
  ['Responder Dispatched', null],
  ['ETA unknown', null],
  ['ETA 12:40', null],
  ['Beta 5 min', null],
  [null, null],
])('reads the time of arrival in %j as %j', (rawStatus, text) => {
  expect(arrivalText({ stage: 'dispatched', rawStatus }, t)).toBe(text);
});

it('says no time of arrival before help is on the way, or when it is there', () => {
  for (const stage of stages.filter((one) => one !== 'dispatched'))
    expect(arrivalText({ stage, rawStatus: 'ETA 5 min' }, t)).toBeNull();
});

it('counts the present stage from when it was first heard of', () => {
  const fact = (at: string, stage: 'raised' | 'owned') => ({
    at,
    stage,
    event: null,
    source: 'poll' as const,
  });
  const callout = {
    calloutId: 1,
    kind: 'real' as const,
    stage: 'owned' as const,
    rawStatus: null,
    raisedAt: '2026-05-01T10:00:00.000Z',
    asOf: '2026-05-01T10:05:00.000Z',
    askedAt: '2026-05-01T10:05:00.000Z',
    closedAt: null,
    closeReportedAt: null,
    servedAt: '2026-05-01T10:05:00.000Z',
    safeAskedAt: null,
    timeline: [
      fact('2026-05-01T10:00:00.000Z', 'raised'),
      fact('2026-05-01T10:01:00.000Z', 'owned'),
      fact('2026-05-01T10:02:00.000Z', 'owned'),
    ],
    following: null,
  };
  expect(stageSince(callout)).toBe('2026-05-01T10:01:00.000Z');
  expect(stageSince({ ...callout, timeline: [] })).toBe(callout.raisedAt);
});
