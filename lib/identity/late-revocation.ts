import 'server-only';
import { type PersonActor, systemActor } from '#lib/identity/actor.ts';
import { findPressTokenEdition } from '#lib/identity/store.ts';
import { audit } from './audit.ts';

/** Asks what could not be asked in time: whether a press came by a token that was revoked. The press stands; the audit tells. */
export async function auditLateRevocation(
  { personId, uncheckedEdition }: Pick<PersonActor, 'personId' | 'uncheckedEdition'>,
  pressId: string,
): Promise<void> {
  if (uncheckedEdition === null) return;
  const current = await findPressTokenEdition(personId);
  if (current !== null && current <= uncheckedEdition) return;
  const detail = `press ${pressId} was taken while the database did not answer`;
  await audit(systemActor('press.recover'), {
    action: 'press_token.accept_revoked',
    subject: personId,
    detail,
  });
}
