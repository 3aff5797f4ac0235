import { z } from 'zod';
import { type Chapter, mustHold } from '../chaos/report.ts';
import { type Bench, secondsUntil } from './bench.ts';

const STEPS = ['own', 'dispatch', 'arrive', 'complete', 'close'] as const;
const STAGE_OF = {
  own: 'owned',
  dispatch: 'dispatched',
  arrive: 'arrived',
  complete: 'completed',
  close: 'closed',
} as const;

/** How deliveries go wrong, and the seconds that a stage may take. Where one comes at all it takes its own delay. */
const MODES = [
  { name: 'once', delivery: 'once', simulator: 'on', withinS: 5 },
  { name: 'doubled', delivery: 'doubled', simulator: 'on', withinS: 5 },
  { name: 'delayed by 2 s', delivery: 'delayed', simulator: 'on', withinS: 5 },
  { name: 'reordered', delivery: 'reordered', simulator: 'on', withinS: 5 },
  { name: 'dropped', delivery: 'dropped', simulator: 'on', withinS: 10 },
  { name: 'off', delivery: 'once', simulator: 'off', withinS: 10 },
] as const;

const seen = z.object({ stage: z.string() });
const board = z.object({ callouts: z.array(z.object({ calloutId: z.number(), stage: z.string() })) });

/** Seconds until the page of a callout and the board know of each stage, for each way in which webhooks come. */
export async function measureStages(bench: Bench): Promise<Chapter> {
  const figures: Chapter['figures'][number][] = [];
  for (const { name, delivery, simulator, withinS } of MODES) {
    await bench.stack.control('POST', 'switches', {
      webhookDelivery: delivery,
      simulatorWebhooks: simulator,
    });
    const [calloutId = 0] = await bench.raise(1);
    for (const step of STEPS) {
      await bench.stack.control('POST', `callouts/${calloutId}/step`, { step });
      const stage = STAGE_OF[step];
      const [page, list] = await Promise.all([
        secondsUntil(async () => seen.parse(await bench.get(`/api/callouts/${calloutId}`)).stage === stage),
        secondsUntil(async () =>
          board
            .parse(await bench.get('/api/admin/callouts'))
            .callouts.some((row) => row.calloutId === calloutId && row.stage === stage),
        ),
      ]);
      const value = `callout ${page.toFixed(1)} s, board ${list.toFixed(1)} s`;
      figures.push(mustHold(`${name}: ${stage}`, value, Math.max(page, list) <= withinS));
    }
  }
  await bench.stack.control('POST', 'switches', { webhookDelivery: 'once', simulatorWebhooks: 'on' });
  return { title: 'Seconds until a stage is seen, by how webhooks come', figures };
}
