// npm run test:engines [-- --only firefox|webkitgtk]
//   the road from registering over a press and a message to the end, in engines that Playwright cannot drive as they are
//   installed. Chromium has it in `npm test`.
// An engine that is not installed is left out, and said to be; with --only that is an error. Ends with 1 when a stage fails.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { request } from '@playwright/test';
import { controlSandbox } from '../e2e/support/sandbox-control.ts';
import type { Stack } from '../e2e/support/stacks.ts';
import { whenReady } from '../e2e/support/start-stacks.ts';
import { newVisitor } from '../e2e/support/visitors.ts';
import type { Engine } from './engines/driver.ts';
import { firefox } from './engines/firefox.ts';
import { STAGES, WAY } from './engines/journey.ts';
import { pageOf } from './engines/page.ts';
import { startReceiver } from './engines/receiver.ts';
import { webkitgtk } from './engines/webkitgtk.ts';
import { launchStack } from './testing/running-stack.ts';

const ENGINES = [firefox, webkitgtk];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const asked = ENGINES.filter(({ name }) => !values.only || name === values.only);
if (asked.length === 0) throw new Error(`--only takes one of ${ENGINES.map(({ name }) => name).join(', ')}`);

const lacking = asked.flatMap((engine) => {
  const what = engine.lacks();
  return what === null ? [] : [{ engine, what }];
});
const present = asked.filter((engine) => !lacking.some((each) => each.engine === engine));
const failed = present.length > 0 ? await tryAll(present) : [];
for (const { name } of failed) console.log(`failed: ${name}`);
for (const { engine, what } of lacking) console.log(`left out: ${engine.name}, for want of ${what}`);
const isMissed = values.only !== undefined && lacking.length > 0;
process.exitCode = failed.length > 0 || isMissed ? 1 : 0;

/** The engines in which the person did not come to the end. */
async function tryAll(engines: readonly Engine[]): Promise<Engine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-engines-'));
  // The embedded database runs as another user when we are root.
  chmodSync(folder, 0o755);
  const stack = await launchStack({ root: join(import.meta.dirname, '..'), dataDir: join(folder, 'data') });
  try {
    const ready = await whenReady(stack);
    const failed: Engine[] = [];
    for (const engine of engines)
      if (!(await tryEngine(engine, join(folder, engine.name), ready))) failed.push(engine);
    return failed;
  } finally {
    await stack.interrupt();
    rmSync(folder, { recursive: true });
  }
}

/** Whether the person came to the end of the road. */
async function tryEngine(engine: Engine, folder: string, stack: Stack): Promise<boolean> {
  const receiver = await startReceiver(WAY[0]);
  const client = await request.newContext();
  const driver = await engine.open(folder, receiver.url);
  console.log(`\n${engine.name}: ${driver.version}`);
  const road = {
    url: stack.url,
    page: pageOf(driver),
    sandbox: controlSandbox(stack, client),
    visitor: newVisitor(ENGINES.indexOf(engine)),
    moveTo: receiver.moveTo,
  };
  let stage = '';
  try {
    for (const [name, go] of STAGES) {
      stage = name;
      const startedAt = performance.now();
      await go(road);
      console.log(`  ✓ ${name} (${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`);
    }
    stage = 'meets no uncaught error on its pages';
    if (driver.complaints().length > 0) throw new Error(driver.complaints().join('\n'));
    console.log(`  ✓ ${stage}`);
    return true;
  } catch (error) {
    console.log(`  ✗ ${stage}\n${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    await driver.close();
    await client.dispose();
    receiver.stop();
  }
}
