// npm run bench:follow -- [--minutes N] [--only stages|load|viewers]
// How soon both pages know of each stage while webhooks fail in every way, what ten thousand webhooks in a minute
// meet, and what 200 viewers of 300 open callouts cost at AURA: one run against the production build.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '5' }, only: { type: 'string' } },
});

// The app's own code signs tokens here, and reads its settings once.
const secretKey = randomBytes(48).toString('base64url');
Object.assign(process.env, {
  SECRET_KEY: secretKey,
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  AURA_BASE_URL: 'http://127.0.0.1:1/panic-api/v2',
  AURA_CLIENT_ID: 'bench',
  AURA_CLIENT_SECRET: 'bench',
  SMS_WEBHOOK_URL: 'http://127.0.0.1:1/sms',
});
mkdirSync('test-results', { recursive: true });

const { startBench } = await import('./bench-follow/bench.ts');
const { measureStages } = await import('./bench-follow/stages.ts');
const { measureLoad } = await import('./bench-follow/load.ts');
const { measureViewers } = await import('./bench-follow/viewers.ts');
const { print } = await import('./chaos/report.ts');

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
