import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type Actor, anonymousActor, type PersonActor, personActor } from '#lib/identity/actor.ts';
import { noteUse } from '#lib/identity/device-uses.ts';
import { issuePressToken } from '#lib/identity/issue-press-token.ts';
import { pressTokenIn, sentBy } from '#lib/identity/person-session.ts';
import {
  deviceIdOf,
  type PressClaims,
  readPressToken,
  renewedPressToken,
} from '#lib/identity/press-token.ts';
import {
  knownStanding,
  noteEdition,
  noteRevokedDevice,
  type Standing,
} from '#lib/identity/press-token-editions.ts';
import { addressOf, operatorFrom, personFrom } from '#lib/identity/session.ts';
import { findTokenStanding } from '#lib/identity/store.ts';
import { now } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';
import { auditRefusal } from './audit.ts';

/** Time limit of the revocation check: a press waits for it. */
const REVOCATION_CHECK_MS = 500;
/** Longer for reads, which are refused while the status is unknown. */
const READING_CHECK_MS = 4_000;
/** Time limit for issuing a token to the panic page. */
const ISSUE_BUDGET_MS = 1_000;

/**
 * Authenticates a press by the page's press token, else the cookie's, else the session. Forged and revoked
 * tokens are audited and ignored; a revoked one gets its own refusal when nothing else authenticates. With an
 * unknown revocation status the actor is *unchecked* and may only raise a press (verb.ts).
 */
export async function authenticatePress(
  headers: Headers,
  sentToken?: string,
): Promise<Result<PersonActor, 'session.required' | 'press.token_revoked'>> {
  const { presser, isForged } = await resolve(headers, REVOCATION_CHECK_MS, sentToken);
  if (isForged) {
    const by = presser.ok ? presser.value : anonymousActor(addressOf(headers));
    await noteRefusal(by, { action: 'press_token.forge' });
  }
  return presser;
}

/**
 * All actors that the headers authenticate. Does not audit invalid cookies, as pages poll with them after a
 * key rotation. Throws while a token's revocation status is unknown: an empty result would look like "nothing
 * there".
 */
export async function viewersFrom(headers: Headers, sentToken?: string): Promise<Actor[]> {
  const [{ presser }, operator] = await Promise.all([
    resolve(headers, READING_CHECK_MS, sentToken),
    operatorFrom(headers),
  ]);
  if (presser.ok && presser.value.uncheckedEdition !== null) {
    throw new Error('revocation status of a press token unknown');
  }
  return [...(presser.ok ? [presser.value] : []), ...(operator.role === 'anonymous' ? [] : [operator])];
}

type Resolved = { presser: Awaited<ReturnType<typeof authenticatePress>>; isForged: boolean };

async function resolve(headers: Headers, checkMs: number, sentToken?: string): Promise<Resolved> {
  const address = addressOf(headers);
  let isForged = false;
  let revokedOf: string | null = null;
  for (const token of [sentToken, pressTokenIn(headers)]) {
    if (!token) continue;
    const claims = readPressToken(token, now());
    isForged ||= claims === null;
    const standing = claims && (await standingOf(claims, checkMs));
    if (!claims || standing === 'revoked') {
      revokedOf = claims?.personId ?? revokedOf;
      continue;
    }
    const uncheckedEdition = standing === 'unknown' ? claims.edition : null;
    const by = { deviceId: deviceIdOf(claims) };
    const presser = ok(personActor(claims.personId, address, claims.customerId, uncheckedEdition, by));
    if (standing === 'good') noteUse(claims, headers.get('user-agent') ?? '');
    return { presser, isForged };
  }
  const actor = await personFrom(headers);
  if (actor.role === 'person') return { presser: ok(actor), isForged };
  if (!revokedOf) return { presser: refuse('session.required'), isForged };
  await noteRefusal(actor, { action: 'press_token.refuse', subject: revokedOf });
  return { presser: refuse('press.token_revoked'), isForged };
}

// Not awaited: a slow database must not delay the press.
async function noteRefusal(actor: Actor, entry: Parameters<typeof auditRefusal>[1]): Promise<void> {
  await withTimeout(auditRefusal(actor, entry), REVOCATION_CHECK_MS).catch((error: unknown) =>
    log.warn({ error: describeError(error) }, 'refusal of a press token not audited in time'),
  );
}

/** The press token the request came with; with a session alone, that of its device. Neither lasts longer by it. */
export async function pressTokenFor(actor: PersonActor, headers: Headers): Promise<string> {
  const held = pressTokenIn(headers);
  if (actor.deviceId !== null) return renewedPressToken(held, now())?.token ?? held;
  try {
    const issued = await withTimeout(issuePressToken(actor, sentBy(headers)), ISSUE_BUDGET_MS);
    if (issued.ok) return issued.value.token;
  } catch (error) {
    log.warn({ error: describeError(error) }, 'panic page rendered with the press token of the cookie');
  }
  return held;
}

async function standingOf(claims: PressClaims, checkMs: number): Promise<Standing> {
  const { personId, edition } = claims;
  const deviceId = deviceIdOf(claims);
  const known = knownStanding({ personId, edition, deviceId });
  if (known !== 'unknown') return known;
  try {
    const current = await withTimeout(findTokenStanding(personId, deviceId), checkMs);
    if (current === null) return 'revoked';
    noteEdition({ personId, edition: current.edition });
    if (current.isDeviceRevoked) noteRevokedDevice(deviceId);
    return current.isDeviceRevoked || current.edition > edition ? 'revoked' : 'good';
  } catch (error) {
    log.warn({ error: describeError(error) }, 'revocation status of a press token unknown');
    return 'unknown';
  }
}
