import { describe, expect, test } from 'vitest';
import { conclusionOf, verdictOf } from '#lib/integration/model.ts';
import type { Integration } from '#lib/integration/schema.ts';

const NOW = '2026-11-23T10:00:00.000Z';
const ago = (ms: number) => new Date(Date.parse(NOW) - ms).toISOString();
const none = { count: 0, oldestAt: null };
const same = { leastMs: -10, mostMs: 20, at: NOW };

const WELL: Integration = {
  asOf: NOW,
  aura: { host: 'aura.test', isSandbox: true },
  token: null,
  calls: [],
  recent: { attempts: 10, failed: 0, credentialsRefused: 0 },
  drift: [],
  webhooks: {
    url: 'https://vigil.test/api/webhooks/aura',
    registration: null,
    lastDelivery: null,
    obstacle: null,
  },
  poller: { roundAt: ago(4_000), everyMs: 5_000, isQuick: true, failedRounds: 0, failedSince: null },
  queues: {
    jobs: none,
    failingJobs: 0,
    presses: none,
    webhookEvents: none,
    messages: none,
    cancellations: none,
    ratings: none,
  },
  clocks: { aura: { ...same, leastMs: -500, mostMs: 500 }, database: same },
  build: { id: null, startedAt: ago(60_000) },
  database: { problems: [], migrations: 16 },
  kept: {
    removals: [],
    erasures: { here: { count: 0, oldestAt: null }, atAura: { count: 0, oldestAt: null } },
  },
  lastRun: null,
};

const late = { count: 3, oldestAt: ago(61_000) };

describe('the verdict', () => {
  test.each<[string, Partial<Integration>, string, RegExp]>([
    ['all is well', {}, 'nobody', /^Both work: AURA answered all 10 calls/],
    [
      'one call of many failed',
      { recent: { ...WELL.recent, failed: 1 } },
      'nobody',
      /answered 9 of 10 calls/,
    ],
    ['nothing was asked', { recent: { ...WELL.recent, attempts: 0 } }, 'unknown', /Run the doctor/],
    ['calls fail', { recent: { ...WELL.recent, failed: 2 } }, 'aura', /2 of 10 calls failed/],
    ['rounds fail', { poller: { ...WELL.poller, failedRounds: 3 } }, 'aura', /last 3 rounds/],
    [
      'our secret is wrong',
      { recent: { ...WELL.recent, credentialsRefused: 1 } },
      'us',
      /^It is us: AURA refuses our client id or secret\.$/,
    ],
    ['no worker', { poller: { ...WELL.poller, roundAt: ago(25_001) } }, 'us', /the worker does not run/],
    [
      'a worker that never ran',
      { poller: { ...WELL.poller, roundAt: null } },
      'us',
      /the worker does not run/,
    ],
    ['late jobs', { queues: { ...WELL.queues, jobs: late } }, 'us', /jobs wait/],
    ['late events', { queues: { ...WELL.queues, webhookEvents: late } }, 'us', /webhook events wait/],
    [
      'a bad schema',
      { database: { problems: ['Run the migrations.'], migrations: 3 } },
      'us',
      /run the migrations/,
    ],
    [
      'clocks apart',
      { clocks: { ...WELL.clocks, aura: { leastMs: 6_000, mostMs: 7_000, at: NOW } } },
      'us',
      /our clock and AURA’s differ/,
    ],
    [
      'the database’s clock',
      { clocks: { ...WELL.clocks, database: { leastMs: -9_000, mostMs: -8_000, at: NOW } } },
      'us',
      /the database’s clock/,
    ],
    [
      'both',
      { recent: { ...WELL.recent, failed: 9 }, queues: { ...WELL.queues, jobs: late } },
      'both',
      /^It is both\. Ours: jobs wait .*AURA: 9 of 10/,
    ],
  ])('when %s', (_what, change, blame, sentence) => {
    const verdict = verdictOf({ ...WELL, ...change });
    expect(verdict.blame).toBe(blame);
    expect(verdict.sentence).toMatch(sentence);
  });
});

test('a run comes to its numbers, and is bad only when something failed', () => {
  const finding = { step: 'authenticate', problem: null, ms: 1, seen: '', advice: null } as const;
  const findings = (['ok', 'warning', 'not_run'] as const).map((state) => ({ ...finding, state }));
  expect(conclusionOf(findings)).toEqual({ tone: 'good', sentence: '1 ok, 1 with a warning, 1 not run' });
  expect(conclusionOf([...findings, { ...finding, state: 'failed' }])).toEqual({
    tone: 'attention',
    sentence: '1 ok, 1 with a warning, 1 failed, 1 not run',
  });
});
