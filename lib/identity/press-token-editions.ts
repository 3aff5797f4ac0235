import 'server-only';
import { listRevokedDevices } from '#lib/identity/devices.ts';
import { listRevokedEditions } from '#lib/identity/store.ts';
import { followIntoMemory, type Memory } from '#lib/live/follow-into-memory.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// In-memory cache of revoked press tokens, so that a flood of requests with a revoked token puts no load on
// the database.

type Editions = Memory & {
  /** Everybody who ever revoked a token. Editions only rise, so entries never become wrong. */
  revoked: Map<string, number>;
  /** Every device that was revoked: none is ever good again. */
  revokedDevices: Set<string>;
  /** Whether it was complete once. */
  wasLoaded: boolean;
};

function editions(): Editions {
  return processSingleton('press-token-editions', () => ({
    ...{ revoked: new Map(), revokedDevices: new Set(), isComplete: false, turn: 0 },
    wasLoaded: false,
  }));
}

/** Keeps the cache up to date while the process runs. */
export function followEditions(): void {
  processSingleton('press-token-editions-followed', () =>
    followIntoMemory({
      memory: editions,
      onChange: (change) => {
        if (change.about === 'press_token') noteEdition(change);
        if (change.about === 'device') noteRevokedDevice(change.deviceId);
      },
      load: async () => {
        const [revoked, devices] = await Promise.all([listRevokedEditions(), listRevokedDevices()]);
        for (const each of revoked) noteEdition(each);
        for (const each of devices) noteRevokedDevice(each);
        editions().wasLoaded = true;
      },
      what: 'revoked press tokens',
    }),
  );
}

/**
 * Whether the cache has been read once; until then the database is asked about each token. A feed that is interrupted later
 * does not count: it is interrupted for all apps at once, and none would be ready.
 */
export function wereEditionsLoaded(): boolean {
  return editions().wasLoaded;
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
