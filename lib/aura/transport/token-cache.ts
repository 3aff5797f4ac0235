// The server token of a process, or of a fleet with a shared store.
import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';

export type StoredToken = {
  accessToken: string;
  /** Epoch milliseconds. */
  expiresAt: number;
};

/** Shared token storage. It holds a credential. */
export type TokenStore = {
  read(): Promise<StoredToken | null>;
  write(token: StoredToken): Promise<void>;
};

export type TokenCache = {
  /** A valid token; waits for a new one only when there is none. */
  current(deadline: Deadline): Promise<string>;
  /** Discards a token that AURA refused. */
  refuse(accessToken: string): void;
  /** The token's lifetime, without the token. */
  life(): TokenLife | null;
};

/** Epoch milliseconds. */
export type TokenLife = { heldSince: number; expiresAt: number };

const longestMarginMs = 60_000;

export function createTokenCache(
  clock: Clock,
  request: () => Promise<StoredToken>,
  store: TokenStore | undefined,
): TokenCache {
  let held: { token: StoredToken; renewAt: number; since: number } | null = null;
  let refused: string | null = null;
  let flight: Promise<StoredToken> | null = null;

  function hold(token: StoredToken): StoredToken {
    const since = clock.now();
    const lifetimeMs = token.expiresAt - since;
    held = { token, since, renewAt: token.expiresAt - Math.min(longestMarginMs, lifetimeMs / 10) };
    return token;
  }

  async function fetchToken(renewing: boolean): Promise<StoredToken> {
    const shared = await readStore();
    const isUsable = shared !== null && shared.accessToken !== refused && shared.expiresAt > clock.now();
    if (shared && isUsable && !(renewing && shared.accessToken === held?.token.accessToken)) {
      return hold(shared);
    }
    const token = hold(await request());
    await writeStore(token);
    return token;
  }

  // A failed store costs a token request, never a call.
  async function readStore(): Promise<StoredToken | null> {
    try {
      return (await store?.read()) ?? null;
    } catch {
      return null;
    }
  }

  async function writeStore(token: StoredToken): Promise<void> {
    try {
      await store?.write(token);
    } catch {
      return;
    }
  }

  function fly(renewing: boolean): Promise<StoredToken> {
    flight ??= fetchToken(renewing).finally(() => {
      flight = null;
    });
    return flight;
  }

  return {
    async current(deadline) {
      const now = clock.now();
      if (held && now < held.token.expiresAt) {
        // Renew in the background: a slow token endpoint must not delay calls while the old token is valid. A failure
        // shows when it expires.
        if (now >= held.renewAt) fly(true).catch(() => undefined);
        return held.token.accessToken;
      }
      return (await deadline.race(fly(false))).accessToken;
    },
    refuse(accessToken) {
      refused = accessToken;
      if (held?.token.accessToken === accessToken) held = null;
    },
    life: () => held && { heldSince: held.since, expiresAt: held.token.expiresAt },
  };
}
