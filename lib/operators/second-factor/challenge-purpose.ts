// What a challenge is good for: it is kept under this name, and found under no other.

/** To add a passkey in one session, of whoever's that is. */
export function addingIn(sessionId: string): string {
  return `passkey-add ${sessionId}`;
}

/** To complete one sign-in, for the operator whose password began it. */
export function signingInBy(waitingKey: string): string {
  return `passkey-sign-in ${waitingKey}`;
}
