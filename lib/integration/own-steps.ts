import 'server-only';
import { readiness } from '#lib/db/readiness.ts';
import type { Observation } from '#lib/integration/doctor-model.ts';
import { CLOCK_DIFFERS_MS, certainSkewMs, isLate, isPollerSilent, skewText } from '#lib/integration/model.ts';
import { readPoller } from '#lib/integration/poller.ts';
import {
  countMigrations,
  latestDelivery,
  latestRegistration,
  readDatabaseClock,
  readJobs,
  readQueues,
} from '#lib/integration/store.ts';
import { webhookUrl } from '#lib/integration/webhook-endpoint.ts';
import { now } from '#lib/platform/clock.ts';
import { skewFrom } from '#lib/platform/clock-skew.ts';
import { env } from '#lib/platform/env.ts';

// Doctor steps that check this deployment.

export async function lookAtDatabase(): Promise<Observation> {
  const problems = await readiness();
  if (problems.length > 0) return { seen: problems.join(' '), problem: 'database_silent' };
  const [reading, migrations] = [await readDatabaseClock(), await countMigrations()];
  const skew = skewFrom([reading], 1);
  const clock = skew ? `its clock is ${skewText(skew)}` : 'its clock is not known';
  const seen = `It answers and has ${migrations} migrations; ${clock}.`;
  return skew && certainSkewMs(skew) > CLOCK_DIFFERS_MS ? { seen, problem: 'database_clock' } : { seen };
}

export async function lookAtWorker(): Promise<Observation> {
  const at = now();
  const asOf = at.toISOString();
  const [poller, { jobs }, { webhookEvents }] = [
    await readPoller(at),
    await readJobs(at),
    await readQueues(at),
  ];
  const last = poller.roundAt === null ? 'never' : `at ${poller.roundAt}`;
  const seen = `The poller last asked AURA ${last}; ${jobs.count} jobs and ${webhookEvents.count} webhook events wait.`;
  if (isPollerSilent({ poller, asOf })) return { seen, problem: 'worker_silent' };
  if (isLate(jobs, asOf) || isLate(webhookEvents, asOf)) return { seen, problem: 'jobs_late' };
  if (poller.failedRounds > 1) {
    return { seen: `${seen} ${poller.failedRounds} rounds got no answer.`, problem: 'poller_unanswered' };
  }
  return { seen };
}

const PRODUCTION_HOST = 'panic.aura.services';

/** Shown wherever a Responder Simulator answers, so that it is not taken for a fault. */
export function simulatorWords(): string {
  if (new URL(env.AURA_BASE_URL).hostname === PRODUCTION_HOST) return '';
  return ' Webhooks cannot be tried with AURA’s Responder Simulator: it sends none. What you step there is seen by asking.';
}

export async function lookAtWebhooks(): Promise<Observation> {
  const observation = await lookAtRegistration();
  return { ...observation, seen: `${observation.seen}${simulatorWords()}` };
}

async function lookAtRegistration(): Promise<Observation> {
  const [found, delivery] = [await latestRegistration(), await latestDelivery()];
  const received = delivery
    ? `the last delivery came at ${delivery.at.toISOString()}`
    : 'nothing was delivered yet';
  if (!env.AURA_WEBHOOK_TOKEN) {
    return { seen: `AURA_WEBHOOK_TOKEN is not set; ${received}.`, problem: 'no_webhook_token' };
  }
  if (!found) return { seen: `Never registered from here; ${received}.`, problem: 'never_registered' };
  const { url, registeredAt } = found.registration;
  const seen = `Registered for ${url} at ${registeredAt.toISOString()}; ${received}.`;
  return isHere(url) ? { seen } : { seen, problem: 'other_address' };
}

/** The sandbox delivers locally, whatever the public URL is. */
function isHere(url: string): boolean {
  return url === webhookUrl() || (!env.isLive && new URL(url).port === String(env.PORT));
}
