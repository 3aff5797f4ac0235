import 'server-only';
import { type PersonActor, systemActor } from '#lib/identity/actor.ts';
import { findPressTokenEdition } from '#lib/identity/store.ts';
import { audit } from './audit.ts';

type Unchecked = Pick<PersonActor, 'personId' | 'uncheckedEdition'>;

/** Asks the database what could not be asked in time; costs nothing for an actor who was checked. */
export async function isRevoked({ personId, uncheckedEdition }: Unchecked): Promise<boolean> {
  if (uncheckedEdition === null) return false;
  const current = await findPressTokenEdition(personId);
  return current === null || current > uncheckedEdition;
}

/** Says in the audit that a press came by a token that was revoked. The press stands. */
export async function auditLateRevocation(unchecked: Unchecked, pressId: string): Promise<void> {
  if (!(await isRevoked(unchecked))) return;
  const { personId } = unchecked;
  const detail = `press ${pressId} was taken while the database did not answer`;
  await audit(systemActor('press.recover'), {
    action: 'press_token.accept_revoked',
    subject: personId,
    detail,
  });
}
