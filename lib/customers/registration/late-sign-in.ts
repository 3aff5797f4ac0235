import 'server-only';
import type { PersonRow } from '#lib/customers/person-store.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit, auditRefusal } from '#lib/identity/audit.ts';
import { lastSignInOf } from '#lib/identity/devices.ts';
import { forgetCounts, takeWithinLimits } from '#lib/identity/limits.ts';
import { DAY_MS } from '#lib/identity/model.ts';
import { now } from '#lib/platform/clock.ts';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';
import { asksForSurname, isSurnameOf } from './model.ts';
import { tellPerson } from './tell-person.ts';

// After a long time a code proves less: operators give numbers that are not used to somebody else.

export const SURNAMES_A_DAY = 5;
const TRIES = 'limit-surname';

/** Whether whoever has the code may sign in as the person. `isLate`: nobody has for long, and the surname was right. */
export async function confirmSurname(
  actor: Actor,
  person: PersonRow,
  surname: string | undefined,
): Promise<
  Result<{ isLate: boolean }, 'sign_in.surname_needed' | 'sign_in.surname_wrong' | 'sign_in.surname_limit'>
> {
  const at = now();
  if (!asksForSurname(person.createdAt, await lastSignInOf(person.id), at)) return ok({ isLate: false });
  if (surname === undefined) return refuse('sign_in.surname_needed');
  const limit = { key: keyedHash(TRIES, person.id), max: SURNAMES_A_DAY, windowMs: DAY_MS };
  if (await takeWithinLimits([limit], at)) return refused(actor, person, 'sign_in.surname_limit');
  if (!isSurnameOf(surname, person)) return refused(actor, person, 'sign_in.surname_wrong');
  await forgetCounts(keyedHashes(TRIES, person.id));
  return ok({ isLate: true });
}

/** Writes it down, and tells the person's mobile, whether the browser is new or not. */
export async function noteLateSignIn(actor: Actor, person: PersonRow): Promise<void> {
  await audit(actor, { action: 'sign_in.late', subject: person.id });
  tellPerson(person, 'device');
}

async function refused<Code extends 'sign_in.surname_wrong' | 'sign_in.surname_limit'>(
  actor: Actor,
  { id }: PersonRow,
  code: Code,
) {
  await auditRefusal(actor, { action: 'sign_in.refuse', subject: id, detail: code });
  return refuse(code);
}
