import 'server-only';
import { type PersonActor, systemActor } from '#lib/identity/actor.ts';
import { findTokenStanding } from '#lib/identity/store.ts';
import { audit } from './audit.ts';

type Unchecked = Pick<PersonActor, 'personId' | 'uncheckedEdition' | 'deviceId'>;

/** Checks the revocation that could not be checked in time; no query for a checked actor. */
export async function isRevoked({ personId, uncheckedEdition, deviceId }: Unchecked): Promise<boolean> {
  if (uncheckedEdition === null) return false;
  const current = await findTokenStanding(personId, deviceId);
  return current === null || current.edition > uncheckedEdition || current.isDeviceRevoked;
}

/** Audits a press that was raised with a revoked token. The press stands. */
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
