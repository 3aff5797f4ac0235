import type { Browser } from '@playwright/test';
import { z } from 'zod';
import { type Chapter, mustHold } from '../chaos/report.ts';
import type { Bench, Raised } from './bench.ts';
import { openBrowser, openScreens, type Screens, secondsUntilShown } from './pages.ts';

const STAGES = [
  ['own', 'owned'],
  ['dispatch', 'dispatched'],
  ['arrive', 'arrived'],
  ['complete', 'completed'],
  ['close', 'closed'],
] as const;

/** Above the limit, so that a miss is measured, too. */
const PATIENCE_S = 40;

/**
 * Webhook failure modes and the seconds allowed per stage. `inTwos`: two steps in quick succession, whose
 * deliveries can arrive out of order.
 */
const MODES = [
  { name: 'once', delivery: 'once', simulator: 'on', withinS: 5, inTwos: false },
  { name: 'doubled', delivery: 'doubled', simulator: 'on', withinS: 5, inTwos: false },
  { name: 'delayed by 2 s', delivery: 'delayed', simulator: 'on', withinS: 5, inTwos: false },
  { name: 'reordered', delivery: 'reordered', simulator: 'on', withinS: 5, inTwos: true },
  { name: 'dropped', delivery: 'dropped', simulator: 'on', withinS: 10, inTwos: false },
  { name: 'off', delivery: 'once', simulator: 'off', withinS: 10, inTwos: false },
] as const;

const timeline = z.object({
  timeline: z.array(z.object({ stage: z.string().nullable(), source: z.string() })),
});

/** Seconds until each stage is visible on each page, by failure mode. */
export async function measureStages(bench: Bench): Promise<Chapter> {
  const browser = await openBrowser();
  const figures: Chapter['figures'][number][] = [];
  try {
    for (const mode of MODES) figures.push(...(await measureMode(bench, browser, mode)));
  } finally {
    await browser.close();
  }
  await bench.stack.control('POST', 'switches', { webhookDelivery: 'once', simulatorWebhooks: 'on' });
  return {
    title: 'Seconds until a stage stands on the person’s page, the operators’ page and the board',
    figures,
  };
}

async function measureMode(bench: Bench, browser: Browser, mode: (typeof MODES)[number]) {
  const { name, delivery, simulator, withinS, inTwos } = mode;
  await bench.stack.control('POST', 'switches', { webhookDelivery: delivery, simulatorWebhooks: simulator });
  const [raised] = await bench.raise(1);
  if (!raised) throw new Error('nothing was raised');
  const screens = await openScreens(browser, bench, raised);
  const figures: Chapter['figures'][number][] = [];
  for (let at = 0; at < STAGES.length; at += inTwos ? 2 : 1) {
    const steps = STAGES.slice(at, at + (inTwos ? 2 : 1));
    const stage = steps.at(-1)?.[1] ?? 'closed';
    const seen = await step(bench, raised, screens, steps);
    const source = await sourceOf(bench, raised, stage);
    const value = `${[seen.person, seen.status, seen.board].map((s) => s.toFixed(1)).join(', ')} (${source})`;
    figures.push(mustHold(`${name}: ${stage}`, value, Math.max(...Object.values(seen)) <= withinS));
  }
  await screens.close();
  return figures;
}

async function step(
  bench: Bench,
  { calloutId }: Raised,
  screens: Screens,
  steps: readonly (readonly [string, string])[],
) {
  for (const [name] of steps) await bench.stack.control('POST', `callouts/${calloutId}/step`, { step: name });
  return secondsUntilShown(screens, calloutId, steps.at(-1)?.[1] ?? '', PATIENCE_S);
}

/** The source by which the stage was learned. */
async function sourceOf(bench: Bench, { calloutId }: Raised, stage: string): Promise<string> {
  const { timeline: facts } = timeline.parse(await bench.get(`/api/callouts/${calloutId}`));
  return facts.find((fact) => fact.stage === stage)?.source ?? 'not in the timeline';
}
