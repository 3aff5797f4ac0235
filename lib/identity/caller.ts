import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from './actor.ts';
import { keyIn } from './api-keys.ts';
import { auditRefusal } from './audit.ts';
import { authenticatePress, viewersFrom } from './presser.ts';
import { enrolleeFrom, operatorFrom, personFrom, visitorFrom } from './session.ts';

/** A kind of caller and how to authenticate it. Every entry wrapper requires one. */
export type Caller = {
  /** Actors that the headers authenticate: a browser may hold two sessions. */
  readonly identify: (headers: Headers, token?: string) => Promise<Result<readonly Actor[]>>;
  /** Cookies are also sent cross-site, so these need the origin check. */
  readonly byCookie: boolean;
};

const one = (actor: Actor) => ok(actor.role === 'anonymous' ? [] : [actor]);

export const visitor: Caller = {
  identify: async (headers) => ok([visitorFrom(headers)]),
  byCookie: true,
};

export const person: Caller = {
  identify: async (headers) => one(await personFrom(headers)),
  byCookie: true,
};

export const operator: Caller = {
  identify: async (headers) => one(await operatorFrom(headers)),
  byCookie: true,
};

/** An operator, or a program by its key: for reads only. */
export const reader: Caller = {
  identify: async (headers) => (await keyIn(headers)) ?? one(await operatorFrom(headers)),
  byCookie: true,
};

/** An operator, or an admin who still has to set up the mandatory second factor. */
export const enrollee: Caller = {
  identify: async (headers) => one(await enrolleeFrom(headers)),
  byCookie: true,
};

/** A person, by session or press token. */
export const presser: Caller = {
  identify: async (headers, token) => {
    const found = await authenticatePress(headers, token);
    return found.ok ? ok([found.value]) : found;
  },
  byCookie: true,
};

/** The callout's owner, an operator or a program by its key; for others the callout does not exist. */
export const calloutViewer: Caller = {
  identify: async (headers, token) => {
    const byKey = await keyIn(headers);
    if (byKey) return byKey;
    const viewers = await viewersFrom(headers, token);
    return viewers.length > 0 ? ok(viewers) : refuse('callout.not_found');
  },
  byCookie: true,
};

/** A program with a shared secret; no cookies, so no cross-site risk. `what` a refused one had brought is in the audit. */
export function machine(prove: (headers: Headers) => Result<Actor>, what?: string): Caller {
  return {
    identify: async (headers) => {
      const found = prove(headers);
      if (found.ok) return ok([found.value]);
      if (what) await auditRefusal(visitorFrom(headers), { action: 'webhook.refuse', detail: what });
      return found;
    },
    byCookie: false,
  };
}
