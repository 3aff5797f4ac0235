import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from './actor.ts';
import { authenticatePress, viewersFrom } from './presser.ts';
import { enrolleeFrom, operatorFrom, personFrom, visitorFrom } from './session.ts';

/** Who may be behind a request. The entry wrappers ask for one, so that no entry can forget to. */
export type Caller = {
  /**
   * The actors that these headers prove; a browser may hold a person's and an operator's session. None when
   * nobody is signed in.
   */
  readonly identify: (headers: Headers, token?: string) => Promise<Result<readonly Actor[]>>;
  /** Proven by cookies, which a browser sends for other sites too: those may read and write nothing. */
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

/** An operator, and also an admin who has yet to set up the second factor that is required of them. */
export const enrollee: Caller = {
  identify: async (headers) => one(await enrolleeFrom(headers)),
  byCookie: true,
};

/** The person, also when only a press token is left of their session. */
export const presser: Caller = {
  identify: async (headers, token) => {
    const found = await authenticatePress(headers, token);
    return found.ok ? ok([found.value]) : found;
  },
  byCookie: true,
};

/** The owner of a callout and operators; to anybody else there is no such callout. */
export const calloutViewer: Caller = {
  identify: async (headers, token) => {
    const viewers = await viewersFrom(headers, token);
    return viewers.length > 0 ? ok(viewers) : refuse('callout.not_found');
  },
  byCookie: true,
};

/** A program that holds a secret of ours; its request carries no cookie that another site could use. */
export function machine(prove: (headers: Headers) => Result<Actor>): Caller {
  return {
    identify: async (headers) => {
      const found = prove(headers);
      return found.ok ? ok([found.value]) : found;
    },
    byCookie: false,
  };
}
