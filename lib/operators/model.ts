export const INVITATION_HOURS = 72;

export type OperatorState = { role: string; isSwitchedOff: boolean };

/** Whether a change takes away the right to manage operators. */
export function losesAdmin(before: OperatorState, after: OperatorState): boolean {
  return isActiveAdmin(before) && !isActiveAdmin(after);
}

function isActiveAdmin({ role, isSwitchedOff }: OperatorState): boolean {
  return role === 'admin' && !isSwitchedOff;
}
