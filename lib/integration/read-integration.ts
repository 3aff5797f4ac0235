import 'server-only';
import { z } from 'zod';
import { readiness } from '#lib/db/readiness.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { tokenLife } from '#lib/integration/aura.ts';
import { recentOf, summariseCalls } from '#lib/integration/calls-model.ts';
import { RUN_ENDED } from '#lib/integration/doctor-session.ts';
import { RECENT_MINUTES } from '#lib/integration/model.ts';
import { readPoller } from '#lib/integration/poller.ts';
import { readKept } from '#lib/integration/privacy-store.ts';
import type { Integration } from '#lib/integration/schema.ts';
import {
  countMigrations,
  latestDelivery,
  latestRegistration,
  latestRun,
  listCalls,
  listDrift,
  readDatabaseClock,
  readJobs,
  readQueues,
} from '#lib/integration/store.ts';
import { registrationObstacle, webhookUrl } from '#lib/integration/webhook-endpoint.ts';
import { now } from '#lib/platform/clock.ts';
import { HTTP_GRAIN_MS, skewFrom } from '#lib/platform/clock-skew.ts';
import { env } from '#lib/platform/env.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { auraClockReadings } from '#lib/upstream/aura-record.ts';

const MINUTE_MS = 60_000;

/** Integration status from the database; makes no call to AURA. */
export const readIntegration = verb('integration.read', z.object({}), async () => {
  const at = now();
  // Alone, as waiting for a pool connection would widen the skew's bounds.
  const databaseClock = await readDatabaseClock();
  const [rows, drift, queues, { jobs, failing }, poller, webhooks, ...rest] = await Promise.all([
    listCalls(minutesBefore(at, 60), minutesBefore(at, RECENT_MINUTES)),
    listDrift(),
    readQueues(at),
    readJobs(at),
    readPoller(at),
    readWebhooks(),
    readiness(),
    countMigrations(),
    latestRun(RUN_ENDED),
    readKept(),
  ]);
  const [problems, migrations, run, kept] = rest;
  const databaseSkew = skewFrom([databaseClock], 1);
  if (!databaseSkew) throw new Error('one reading gives bounds');
  return ok({
    asOf: at.toISOString(),
    aura: { host: new URL(env.AURA_BASE_URL).host, isSandbox: !env.isLive },
    token: readToken(),
    calls: summariseCalls(rows),
    recent: recentOf(rows),
    drift: drift.map(({ firstSeenAt, lastSeenAt, ...one }) => ({
      ...one,
      firstSeenAt: firstSeenAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
    webhooks,
    poller,
    queues: { ...queues, jobs, failingJobs: failing },
    kept,
    clocks: { aura: skewFrom(auraClockReadings(), HTTP_GRAIN_MS), database: databaseSkew },
    build: { id: env.NEXT_DEPLOYMENT_ID ?? null, startedAt: startedAt() },
    database: { problems, migrations },
    lastRun: run && { at: run.at.toISOString(), by: run.by, summary: run.summary ?? '' },
  } satisfies Integration);
});

function minutesBefore(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * MINUTE_MS);
}

function readToken(): Integration['token'] {
  const life = tokenLife();
  return life && { heldSince: life.heldSince.toISOString(), expiresAt: life.expiresAt.toISOString() };
}

async function readWebhooks(): Promise<Integration['webhooks']> {
  const [found, delivery] = await Promise.all([latestRegistration(), latestDelivery()]);
  return {
    url: webhookUrl(),
    registration: found && {
      url: found.registration.url,
      events: found.registration.events,
      registeredAt: found.registration.registeredAt.toISOString(),
      by: found.by,
    },
    lastDelivery: delivery && { at: delivery.at.toISOString(), message: delivery.message },
    obstacle: registrationObstacle(),
  };
}

/** Monotonic: unaffected by later clock changes. */
function startedAt(): string {
  return processSingleton('started-at', () => new Date(performance.timeOrigin).toISOString());
}
