import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { connect } from './bidi.ts';
import { type Driver, type Engine, isInstalled } from './driver.ts';

const PROGRAMS = ['firefox-esr', 'firefox'];

/** Firefox by WebDriver BiDi, which it speaks by itself. */
export const firefox: Engine = {
  name: 'firefox',
  lacks: () => (PROGRAMS.some(isInstalled) ? null : 'Firefox (apt install firefox-esr)'),
  open: openFirefox,
};

async function openFirefox(folder: string, positionUrl: string): Promise<Driver> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'user.js'), preferences(positionUrl));
  const program = PROGRAMS.find(isInstalled) ?? 'firefox';
  const args = ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port', '0'];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const bidi = await connect(`${await addressOf(child)}/session`);
    const session = await bidi.send('session.new', { capabilities: {} }, sessionSchema);
    const { contexts } = await bidi.send('browsingContext.getTree', {}, treeSchema);
    const context = contexts[0]?.context;
    if (!context) throw new Error('Firefox has opened no window');
    const complaints: string[] = [];
    bidi.on('log.entryAdded', (entry) => {
      const { type, text } = entrySchema.parse(entry);
      if (type === 'javascript') complaints.push(text ?? '');
    });
    await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
    return {
      version: `Firefox ${session.capabilities.browserVersion}`,
      go: (url) => bidi.send('browsingContext.navigate', { context, url, wait: 'interactive' }),
      evaluate: async (expression) => {
        const asked = { expression, target: { context }, awaitPromise: false };
        const answer = await bidi.send('script.evaluate', asked, evaluatedSchema);
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
        return answer.result.value;
      },
      act: (actions) => bidi.send('input.performActions', { context, actions }),
      complaints: () => complaints,
      close: () => end(child),
    };
  } catch (error) {
    await end(child);
    throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = once(child, 'close');
  child.kill();
  await closed;
}

/** The position by Firefox's own network provider, asked anew each second; the permission as if it were given. */
function preferences(positionUrl: string): string {
  const values = {
    'geo.provider.network.url': positionUrl,
    'geo.provider.network.timeToWaitBeforeSending': 1_000,
    'geo.provider.network.scan': false,
    'geo.provider.network.debug.requestCache.enabled': false,
    'geo.provider.use_geoclue': false,
    'geo.prompt.testing': true,
    'geo.prompt.testing.allow': true,
    'intl.accept_languages': 'en',
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

async function addressOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
    const address = said.match(/WebDriver BiDi listening on (ws:\S+)/)?.[1];
    if (address) resolve(address);
  });
  child.once('error', reject);
  child.once('close', () => reject(new Error(`Firefox ended before it could be driven:\n${said}`)));
  return promise;
}

const sessionSchema = z.object({ capabilities: z.object({ browserVersion: z.string() }) });
const treeSchema = z.object({ contexts: z.array(z.object({ context: z.string() })) });
const entrySchema = z.object({ type: z.string(), text: z.string().nullable() });
const evaluatedSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ value: z.string() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);
