// Purposes of a challenge: it is stored and found only under its purpose.

export function addingIn(sessionId: string): string {
  return `passkey-add ${sessionId}`;
}

export function steppingUpIn(sessionId: string): string {
  return `passkey-step-up ${sessionId}`;
}

export function signingInBy(waitingKey: string): string {
  return `passkey-sign-in ${waitingKey}`;
}
