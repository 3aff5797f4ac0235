import { EXPIRY_MINUTES, runAuraOutage } from './aura-outage.ts';
import { runDatabaseOutage } from './database-outage.ts';
import { GRACES_SETTINGS, runGraces } from './graces.ts';
import { runLatency } from './latency.ts';
import { runRekey } from './rekey.ts';
import { type Chapter, figure, mustHold, print } from './report.ts';
import { type ChaosStack, startChaosStack } from './stack.ts';
import { runStorm } from './storm.ts';

export const partNames = ['latency', 'graces', 'storm', 'database', 'aura', 'rekey'] as const;
export type PartName = (typeof partNames)[number];

export type ChaosPlan = {
  readonly secretKey: string;
  readonly seed: number;
  readonly presses: number;
  readonly kills: number;
  /** Runs a single part. */
  readonly only: PartName | null;
};

/** Minimum of a full run. */
const FULL = { presses: 2_000, kills: 30 };

type Part = (stack: ChaosStack) => Promise<Chapter>;

/** Runs and prints all parts; true when every judged figure holds. */
export async function runChaos(plan: ChaosPlan): Promise<boolean> {
  const startedAt = performance.now();
  const { seed } = plan;
  const when = (name: PartName, ...parts: Part[]) => (plan.only === null || plan.only === name ? parts : []);
  const run = (name: string, parts: readonly Part[], settings = {}) =>
    runOn(name, plan.secretKey, settings, parts);

  // Latencies need an otherwise idle machine.
  const quiet = await run(
    'latency',
    when(
      'latency',
      (stack) => runLatency(stack, seed, { count: 20, name: 'each second' }),
      // Separate seeds, as equal ids would be the same presses.
      (stack) => runLatency(stack, seed + 1, { count: 20, name: 'at a time' }),
    ),
  );
  const graces = await run(
    'graces',
    when('graces', (stack) => runGraces(stack, seed + 2)),
    GRACES_SETTINGS,
  );
  const rekeyed = await run(
    'rekey',
    when('rekey', (stack) => runRekey(stack, { seed: seed + 3, oldKey: plan.secretKey })),
  );
  // The outage is mostly waiting, so it runs in parallel on its own stack.
  const beside = await Promise.all([
    run(
      'aura',
      when('aura', (stack) => runAuraOutage(stack, seed)),
      {
        PRESS_EXPIRY_MINUTES: String(EXPIRY_MINUTES),
        // Looking it up at AURA would fail, too, and block every press.
        AURA_RESPONSE_TYPE_ID: '1',
      },
    ),
    run('storm', [
      ...when('storm', (stack) => runStorm(stack, plan)),
      ...when('database', (stack) => runDatabaseOutage(stack, seed + 1)),
    ]),
  ]);
  const whole = tellWhole((performance.now() - startedAt) / 60_000, plan);
  print(whole);
  const chapters = [whole, ...quiet, ...graces, ...rekeyed, ...beside.flat()];
  return chapters.every(({ figures }) => figures.every(({ holds }) => holds !== false));
}

function tellWhole(minutes: number, { seed, only, kills, presses }: ChaosPlan): Chapter {
  const took = minutes.toFixed(1);
  const isFull = only === null && kills >= FULL.kills && presses >= FULL.presses;
  return {
    title: 'The whole run',
    figures: [
      isFull
        ? mustHold(`minutes for ${presses} presses and ${kills} kills (at most 10)`, took, minutes <= 10)
        : figure('minutes, of a part of the run only', took),
      figure('seed', seed),
    ],
  };
}

/** Runs parts in sequence on one stack, printing each as it ends. */
async function runOn(
  name: string,
  secretKey: string,
  settings: Readonly<Record<string, string>>,
  parts: readonly Part[],
): Promise<Chapter[]> {
  if (parts.length === 0) return [];
  const stack = await startChaosStack(name, secretKey, settings);
  const chapters: Chapter[] = [];
  try {
    for (const part of parts) {
      const chapter = await part(stack);
      print(chapter);
      chapters.push(chapter);
    }
  } finally {
    await stack.stop();
  }
  return chapters;
}
