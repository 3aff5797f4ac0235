import 'server-only';
import { parseCookies } from 'better-auth/cookies';
import { anonymousActor, type PersonActor, personActor } from '#lib/identity/actor.ts';
import { PRESS_COOKIE, type PressClaims, readPressToken } from '#lib/identity/press-token.ts';
import { addressOf, personFrom } from '#lib/identity/session.ts';
import { findPressTokenEdition } from '#lib/identity/store.ts';
import { auditRefusal } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { ok, type Result, refuse } from '#lib/platform/result.ts';
import { withinMs } from '#lib/platform/within.ts';

/** How long a press waits to hear whether its token was revoked. Longer, and it goes out unasked. */
const REVOCATION_CHECK_MS = 500;

/**
 * Who presses: by the press token that the page sends, else by the one in the cookie, else by the session.
 * A token that we did not sign is as good as none; one that was revoked is refused, unless the database
 * cannot be asked, because a silent database must not stop a press.
 */
export async function presserFrom(
  headers: Headers,
  sentToken?: string,
): Promise<Result<PersonActor, 'session.required' | 'press.token_revoked'>> {
  const at = now();
  const claims =
    (sentToken && readPressToken(sentToken, at)) || readPressToken(cookieIn(headers, PRESS_COOKIE), at);
  if (claims) return holderOf(claims, addressOf(headers));
  const actor = await personFrom(headers);
  if (sentToken) await auditRefusal(actor, { action: 'press_token.forge' });
  return actor.role === 'person' ? ok(actor) : refuse('session.required');
}

function cookieIn(headers: Headers, name: string): string {
  return parseCookies(headers.get('cookie') ?? '').get(name) ?? '';
}

async function holderOf(
  claims: PressClaims,
  address: string,
): Promise<Result<PersonActor, 'press.token_revoked'>> {
  if (await isRevoked(claims)) {
    await auditRefusal(anonymousActor(address), { action: 'press_token.refuse', subject: claims.personId });
    return refuse('press.token_revoked');
  }
  return ok(personActor(claims.personId, address, claims.customerId));
}

async function isRevoked({ personId, edition }: PressClaims): Promise<boolean> {
  try {
    const current = await withinMs(findPressTokenEdition(personId), REVOCATION_CHECK_MS);
    return current === null || current > edition;
  } catch (error) {
    log.warn({ error: describeError(error) }, 'press token taken without asking whether it was revoked');
    return false;
  }
}
