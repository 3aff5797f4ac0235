// One server token for all calls of a process, and of a fleet when they share a store.
import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';

export type StoredToken = {
  accessToken: string;
  /** Epoch milliseconds. */
  expiresAt: number;
};

/** Where instances share a token. It holds a credential: keep it as one. */
export type TokenStore = {
  read(): Promise<StoredToken | null>;
  write(token: StoredToken): Promise<void>;
};

export type TokenKeeper = {
  /** A token that has not ended; waits for a new one only when there is none. */
  current(deadline: Deadline): Promise<string>;
  /** AURA refused this token: it will not be given out again. */
  refuse(accessToken: string): void;
  /** The life of the token that is held; nothing of the token itself. */
  life(): TokenLife | null;
};

/** Epoch milliseconds. */
export type TokenLife = { heldSince: number; expiresAt: number };

const longestMarginMs = 60_000;

export function createTokenKeeper(
  clock: Clock,
  request: () => Promise<StoredToken>,
  store: TokenStore | undefined,
): TokenKeeper {
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

  // A store that is down costs one more token request, never a call.
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
        // Renewed behind the caller's back: a slow token endpoint must not cost a call its budget while the
        // old token still works. A failure shows itself when the old one has ended.
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
