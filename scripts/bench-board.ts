// npm run bench:board -- [--open N] [--seconds N]
// What an open board costs on which nothing new happens: requests a second, and tasks of over 50 ms, in Chromium against the
// production build with N open callouts that are followed at the sandbox. Exits with 1 when it is more than it may be.
import { mkdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { Client } from 'pg';
import { signInOperator } from './chaos/operator.ts';
import { ownSecretKey } from './chaos/own-settings.ts';
import { figure, mustHold, print } from './chaos/report.ts';
import { startChaosStack } from './chaos/stack.ts';
import { ensureChromium } from './chromium.ts';
import { fillDatabase } from './seed/fill.ts';
import { sealsOf } from './seed/seals.ts';

const { values } = parseArgs({
  options: { open: { type: 'string', default: '15' }, seconds: { type: 'string', default: '120' } },
});
const seconds = Number(values.seconds);

const REQUESTS_A_SECOND = 0.5;
const LONG_TASKS_MS_A_MINUTE = 1_000;
/** The pages' scripts have run and the filled callouts have been read by then. */
const UNTIL_QUIET_MS = 45_000;

const secretKey = ownSecretKey();
mkdirSync('test-results', { recursive: true });
const stack = await startChaosStack('bench-board', secretKey);
const database = new Client({ connectionString: stack.databaseUrl });
let isWithin = true;
try {
  await database.connect();
  const open = Number(values.open);
  const plan = { callouts: open, points: 0, open, persons: open, seed: 20_261_123, until: new Date() };
  const say = (line: string) => console.log(line);
  await fillDatabase(plan, { database, aura: stack.aura, ...sealsOf(), say });
  const cookies = (await signInOperator(stack)).split('; ').map((cookie) => {
    const at = cookie.indexOf('=');
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: stack.url };
  });
  const browser = await chromium.launch({ executablePath: ensureChromium(process.cwd()) });
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(`${stack.url}/admin/callouts`);
  await wait(UNTIL_QUIET_MS);
  const asked = new Map<string, number>();
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    asked.set(path, (asked.get(path) ?? 0) + 1);
  });
  const longMs = await page.evaluate(async (ms) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) sum += duration;
    });
    observer.observe({ type: 'longtask' });
    await new Promise((resolve) => setTimeout(resolve, ms));
    return sum;
  }, seconds * 1_000);
  await browser.close();
  const requests = [...asked.values()].reduce((sum, count) => sum + count, 0) / seconds;
  const longMsAMinute = (longMs * 60) / seconds;
  const figures = [
    mustHold('requests a second', requests.toFixed(2), requests <= REQUESTS_A_SECOND),
    mustHold('ms in long tasks a minute', longMsAMinute.toFixed(0), longMsAMinute < LONG_TASKS_MS_A_MINUTE),
    ...[...asked].map(([path, count]) => figure(`of ${path}`, (count / seconds).toFixed(2))),
  ];
  print({ title: `A quiet board, ${open} open callouts, ${seconds} s`, figures });
  isWithin = figures.every(({ holds }) => holds !== false);
} finally {
  await database.end();
  await stack.stop();
}
process.exit(isWithin ? 0 : 1);
