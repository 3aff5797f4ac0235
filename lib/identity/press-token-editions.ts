import 'server-only';
import { listRevokedDevices } from '#lib/identity/devices.ts';
import { listRevokedEditions } from '#lib/identity/store.ts';
import { type FeedEvent, subscribeToChanges } from '#lib/live/change-feed.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// In-memory cache of revoked press tokens, so that a flood of requests with a revoked token puts no load on
// the database.

const RETRY_MS = 1_000;

type Editions = {
  /** Everybody who ever revoked a token. Editions only rise, so entries never become wrong. */
  revoked: Map<string, number>;
  /** Every device that was revoked: none is ever good again. */
  revokedDevices: Set<string>;
  /** Whether the cache holds all revocations. */
  isComplete: boolean;
  /** Generation of the subscription, to discard results of an earlier one. */
  turn: number;
};

function editions(): Editions {
  return processSingleton('press-token-editions', () => ({
    ...{ revoked: new Map(), revokedDevices: new Set(), isComplete: false, turn: 0 },
  }));
}

/** Keeps the cache up to date while the process runs. */
export function followEditions(): void {
  processSingleton('press-token-editions-followed', () => subscribeToChanges(onFeedEvent));
}

export type Standing = 'good' | 'revoked' | 'unknown';

/** `unknown` while the cache may be incomplete. */
export function knownStanding(claimed: { personId: string; edition: number; deviceId?: string }): Standing {
  const { personId, edition, deviceId } = claimed;
  const { revoked, revokedDevices, isComplete } = editions();
  if ((revoked.get(personId) ?? 1) > edition) return 'revoked';
  if (deviceId !== undefined && revokedDevices.has(deviceId)) return 'revoked';
  return isComplete ? 'good' : 'unknown';
}

export function noteEdition({ personId, edition }: { personId: string; edition: number }): void {
  const { revoked } = editions();
  if (edition > (revoked.get(personId) ?? 1)) revoked.set(personId, edition);
}

export function noteRevokedDevice(deviceId: string): void {
  editions().revokedDevices.add(deviceId);
}

function onFeedEvent(event: FeedEvent): void {
  const here = editions();
  if (event.kind === 'change') {
    if (event.change.about === 'press_token') noteEdition(event.change);
    if (event.change.about === 'device') noteRevokedDevice(event.change.deviceId);
    return;
  }
  here.turn += 1;
  here.isComplete = false;
  if (event.kind === 'listening') void load(here.turn);
}

// Loads after subscribing, so that no revocation is missed in between.
async function load(turn: number): Promise<void> {
  const here = editions();
  if (here.turn !== turn) return;
  try {
    const [revoked, devices] = await Promise.all([listRevokedEditions(), listRevokedDevices()]);
    for (const each of revoked) noteEdition(each);
    for (const each of devices) noteRevokedDevice(each);
    if (here.turn === turn) here.isComplete = true;
  } catch (error) {
    log.warn({ error: describeError(error) }, 'loading revoked press tokens failed');
    setTimeout(() => void load(turn), RETRY_MS).unref();
  }
}
