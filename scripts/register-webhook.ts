// npm run webhook:register -- https://vigil.example.org
// Registers this deployment's webhook URL with AURA for all events, and prints AURA's answer.
import { join, resolve } from 'node:path';
import { webhookEvents } from '#lib/aura/contract/webhooks.ts';
import { refusedEvents } from '#lib/aura/refused-events.ts';
import { WEBHOOK_PATH } from '#lib/integration/schema.ts';
import { problemsWith, withoutEmpty } from '#lib/platform/env-schema.ts';
import type { Environment } from './supervisor/environment.ts';
import { foundEnvironment } from './supervisor/found-stack.ts';
import { StartProblem } from './supervisor/start-problem.ts';
import { recordRegistration } from './webhooks/record.ts';
import { registerWebhook } from './webhooks/register.ts';

const USAGE = 'Usage: npm run webhook:register -- https://your.host';

function fail(...lines: readonly string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}

/** The user's settings, or those of the stack running here. */
function settings(): Environment {
  const own = withoutEmpty(process.env);
  const problems = problemsWith(own);
  if (problems.length > 0) fail(...problems);
  try {
    return foundEnvironment(own, resolve(join(import.meta.dirname, '..'), own.VIGIL_DATA_DIR ?? '.data'));
  } catch (error) {
    if (error instanceof StartProblem) fail(...error.lines);
    throw error;
  }
}

function endpointOf(text: string | undefined, env: Environment): string {
  if (!text || !URL.canParse(text)) fail(USAGE);
  const url = new URL(text);
  if (url.pathname === '/') url.pathname = WEBHOOK_PATH;
  // The sandbox may accept http here (switch webhookLoopback); it decides.
  if (url.protocol !== 'https:' && !env.SANDBOX_URL) fail('AURA delivers to https addresses only.', USAGE);
  return url.href;
}

const env = settings();
if (!env.AURA_WEBHOOK_TOKEN) {
  fail(
    'AURA_WEBHOOK_TOKEN: must be set, and be the same where the app runs; without it every delivery is refused.',
  );
}
try {
  const registrations = await registerWebhook(env, endpointOf(process.argv[2], env));
  console.log(`${env.AURA_BASE_URL} has now:`);
  for (const { url, events } of registrations) console.log(`  ${url}\n    ${events.join('\n    ')}`);
  const isKept = await recordRegistration(env.DATABASE_URL ?? '', registrations);
  if (!isKept)
    console.log('The integration page does not know of it: no database could be reached from here.');
} catch (error) {
  const refused = refusedEvents(error, webhookEvents);
  if (refused.length > 0) fail(`Not registered: AURA does not take the event name ${refused.join(', ')}.`);
  fail(`Not registered: ${error instanceof Error ? error.message : String(error)}`);
}
