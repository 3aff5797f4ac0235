// npm run bench:follow -- [--minutes N] [--only stages|load|viewers]
// How soon both pages know of each stage while webhooks fail in every way, what ten thousand webhooks in a minute
// meet, and what 200 viewers of 300 open callouts cost at AURA: one run against the production build.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startBench } from './bench-follow/bench.ts';
import { measureLoad } from './bench-follow/load.ts';
import { measureStages } from './bench-follow/stages.ts';
import { measureViewers } from './bench-follow/viewers.ts';
import { ownSecretKey } from './chaos/own-settings.ts';
import { print } from './chaos/report.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, only: { type: 'string' } },
});

const secretKey = ownSecretKey();
mkdirSync('test-results', { recursive: true });

const wants = (part: string) => values.only === undefined || values.only === part;
const bench = await startBench(secretKey);
const failures: string[] = [];
try {
  const chapters = [
    ...(wants('stages') ? [await measureStages(bench)] : []),
    ...(wants('load') ? [await measureLoad(bench)] : []),
    ...(wants('viewers') ? [await measureViewers(bench, Number(values.minutes))] : []),
  ];
  for (const chapter of chapters) {
    print(chapter);
    failures.push(...chapter.figures.filter(({ holds }) => holds === false).map(({ what }) => what));
  }
} finally {
  await bench.stop();
}
process.exit(failures.length === 0 ? 0 : 1);
