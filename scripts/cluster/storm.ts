import { writeFileSync } from 'node:fs';
import { type ChaosPress, goThrough, LIVE, pressNow, sendOnce } from '../chaos/device.ts';
import { makePeople } from '../chaos/people.ts';
import { planMoments, planPress, savesAddress } from '../chaos/plan.ts';
import { seeded } from '../chaos/random.ts';
import {
  type Chapter,
  type Figure,
  figure,
  mustBeZero,
  mustHold,
  percentile,
  seconds,
} from '../chaos/report.ts';
import { readTruth } from '../chaos/truth.ts';
import {
  isPlaceless,
  misplaced,
  notAtAura,
  offenders,
  openFor,
  unknownToUs,
  verdicts,
} from '../chaos/verdicts.ts';
import { atMoments, until } from '../chaos/waiting.ts';
import { FAULTS, strikeAll } from './faults.ts';
import { judgeLimit } from './limit.ts';
import type { Cluster } from './start-cluster.ts';
import { type OpenPage, openPage } from './streams.ts';
import { type PollerWatch, watchPoller } from './watch.ts';

const PRESSES = 900;
const LAST_PRESS_MS = 125_000;
const TAKEN_BACK_SHARE = 0.08;
const PAGES = 30;
const SETTLED_WITHIN_MS = 60_000;
/** A silent session of the poller is ended after ten; then another worker looks every two. */
const TAKEN_OVER_WITHIN_MS = 15_000;
/** 4.5 s of silence, then a proxy that still sends to who is away. */
const HEARD_AGAIN_WITHIN_MS = 20_000;
const CHANGE_WITHIN_MS = 5_000;

/** Presses through the proxy while its machines fail one after the other. */
export async function runStorm(cluster: Cluster, seed: number): Promise<Chapter> {
  const random = seeded(seed);
  const planned = Array.from({ length: PRESSES }, () => planPress(random, TAKEN_BACK_SHARE));
  const moments = planMoments(random, PRESSES, LAST_PRESS_MS);
  const people = await makePeople(cluster, PRESSES, (index) =>
    planned.slice(index, index + 1).some(savesAddress),
  );
  const watchers = await makePeople(cluster, PAGES);
  const ended = new AbortController();
  const pages = watchers.map((person) => openPage(cluster.url, person, ended.signal));
  const polling = watchPoller(cluster, ended.signal);
  const presses: ChaosPress[] = [];
  await Promise.all([
    strikeAll(cluster),
    atMoments(moments, async (index) => {
      const [plan, person] = [planned[index], people[index]];
      if (!plan || !person) throw new Error('there are fewer people than presses');
      const press = pressNow(plan, person);
      presses.push(press);
      await goThrough(cluster, press);
    }),
  ]);
  const settledMs = await until(() => isSettled(cluster, presses), SETTLED_WITHIN_MS);
  const changed = await judgeChanges(cluster, pages, seed);
  const limit = await judgeLimit(cluster, watchers[0]);
  ended.abort();
  const truth = await readTruth(cluster);
  writeFileSync(
    'test-results/cluster-offenders.json',
    JSON.stringify(offenders(presses, truth, new Set()), null, 2),
  );
  return {
    title: `${cluster.apps.length} apps, ${cluster.workers.length} workers: killed, paused, cut off`,
    figures: [
      figure('struck', FAULTS.map(({ what }) => what).join('; ')),
      ...ofPresses(presses, settledMs),
      ...verdicts(presses, truth),
      mustBeZero('acknowledged presses that AURA neither has nor refused', notAtAura(presses, truth).length),
      ...ofPoller(await polling),
      ...ofPages(pages),
      changed,
      limit,
    ],
  };
}

async function isSettled(cluster: Cluster, presses: readonly ChaosPress[]): Promise<boolean> {
  const truth = await readTruth(cluster);
  const isPending = presses.some(
    (press) => truth.rows.get(press.pressId)?.state === 'recorded' && !isPlaceless(press),
  );
  const isLoose = unknownToUs(truth).length > 0 || openFor('withdrawn', presses, truth).length > 0;
  return (
    !isPending && !isLoose && cluster.journalled().length === 0 && misplaced(presses, truth).length === 0
  );
}

function ofPresses(presses: readonly ChaosPress[], settledMs: number | null): Figure[] {
  const answered = presses.filter(({ receipts }) => receipts.length > 0);
  const waits = answered.map(({ receipts, pressedAtMs }) => (receipts[0]?.atMs ?? 0) - pressedAtMs);
  const again = presses.filter(({ unanswered }) => unanswered.size > 0).length;
  const shares = [0.5, 0.95, 0.99, 1].map((share) => seconds(percentile(waits, share)));
  return [
    mustHold('presses sent, answered', `${presses.length}, ${answered.length}`, answered.length === PRESSES),
    figure('of them, devices that had to ask more than once', again),
    figure('seconds to the first answer: p50, p95, p99, longest', shares.join(', ')),
    mustHold('seconds until all was settled, after the last', seconds(settledMs), settledMs !== null),
  ];
}

function ofPoller({ looks, several, handovers, longestGapMs }: PollerWatch): Figure[] {
  return [
    mustHold(
      'looks at who polls AURA, more than one at once',
      `${looks}, ${several}`,
      looks > 0 && several === 0,
    ),
    mustHold(
      `times that another worker took over, seconds at most in which none held its lock (${TAKEN_OVER_WITHIN_MS / 1_000} allowed)`,
      `${handovers}, ${seconds(longestGapMs)}`,
      handovers > 0 && longestGapMs <= TAKEN_OVER_WITHIN_MS,
    ),
  ];
}

function ofPages(pages: readonly OpenPage[]): Figure[] {
  const reopened = pages.reduce((sum, page) => sum + page.reopened, 0);
  const silence = Math.max(...pages.map(({ longestSilenceMs }) => longestSilenceMs));
  return [
    mustHold(
      `open pages, streams opened anew, longest silence in seconds (${HEARD_AGAIN_WITHIN_MS / 1_000} allowed)`,
      `${pages.length}, ${reopened}, ${seconds(silence)}`,
      reopened > 0 && silence <= HEARD_AGAIN_WITHIN_MS,
    ),
  ];
}

/** In the end each page hears of its own person's press, whichever app took that. */
async function judgeChanges(cluster: Cluster, pages: readonly OpenPage[], seed: number): Promise<Figure> {
  const random = seeded(seed + 1);
  const pressedAtMs = Date.now();
  await Promise.all(
    pages.map(({ person }) => {
      const press = pressNow({ ...planPress(random, 0), place: 'live', takenBackAfterMs: null }, person);
      return sendOnce(cluster, press, LIVE);
    }),
  );
  const hasHeard = ({ changedAtMs }: OpenPage) => changedAtMs >= pressedAtMs;
  await until(async () => pages.every(hasHeard), CHANGE_WITHIN_MS);
  const heard = pages.filter(hasHeard).length;
  return mustHold(
    'pages that heard of a press afterwards, within 5 s',
    `${heard} of ${pages.length}`,
    heard === pages.length,
  );
}
