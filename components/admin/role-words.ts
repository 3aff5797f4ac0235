import type { OperatorRow } from '#lib/operators/schema.ts';
import type { OperatorRole } from '#lib/vocabulary.ts';

export const roleNames: Record<OperatorRole, string> = {
  viewer: 'Viewer',
  operator: 'Operator',
  admin: 'Admin',
};

export const roleMeanings: Record<OperatorRole, string> = {
  viewer: 'A viewer sees callouts and changes nothing.',
  operator: 'An operator acts on callouts.',
  admin: 'An admin acts on callouts and manages operators.',
};

export const roleOptions: readonly { value: OperatorRole; label: string }[] = [
  { value: 'viewer', label: 'Viewer: sees callouts, changes nothing' },
  { value: 'operator', label: 'Operator: acts on callouts' },
  { value: 'admin', label: 'Admin: also manages operators' },
];

/** "App and 2 passkeys". */
export function factorWords({
  hasApp,
  passkeys,
  isAtProvider,
}: Pick<OperatorRow, 'hasApp' | 'passkeys' | 'isAtProvider'>): string {
  if (isAtProvider) return 'At the identity provider';
  const keys = passkeys === 0 ? [] : [passkeys === 1 ? 'Passkey' : `${passkeys} passkeys`];
  const [first, second] = [...(hasApp ? ['App'] : []), ...keys];
  if (!first) return 'Off';
  return second ? `${first} and ${second.toLowerCase()}` : first;
}
