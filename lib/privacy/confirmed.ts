import 'server-only';
import { findPerson } from '#lib/customers/records.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { redeemCode } from '#lib/identity/one-time-code.ts';
import type { DataWish } from './schema.ts';

type Confirmed = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** The person, when the code was sent to them for this. */
export async function confirmed(
  actor: PersonActor,
  { codeId, code }: { codeId: string; code: string },
  wish: DataWish,
): Promise<Result<Confirmed, 'code.wrong' | 'code.expired' | 'session.required'>> {
  const redeemed = await redeemCode(codeId, code, wish);
  if (!redeemed.ok) return redeemed;
  const person = await findPerson(actor.personId);
  if (!person || person.deletedAt) return refuse('session.required');
  return redeemed.value.mobile === person.mobile ? ok(person) : refuse('code.wrong');
}
