import type { OperatorRole } from '#lib/operators/schema.ts';

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
