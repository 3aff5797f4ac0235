// The rules of operators. Time is passed in.

export const INVITATION_HOURS = 72;

export type OperatorState = { role: string; isSwitchedOff: boolean };

/** Whether somebody who can manage operators now could no longer do so afterwards. */
export function losesAdmin(before: OperatorState, after: OperatorState): boolean {
  return isActiveAdmin(before) && !isActiveAdmin(after);
}

function isActiveAdmin({ role, isSwitchedOff }: OperatorState): boolean {
  return role === 'admin' && !isSwitchedOff;
}

const BROWSERS = [
  ['Edge', /\bEdg\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /Chrom(e|ium)\//],
  ['Safari', /\bSafari\//],
] as const;

const SYSTEMS = [
  ['Android', /\bAndroid\b/],
  ['iPhone or iPad', /\b(iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** What a browser says that it is, in words that tell one session from another: "Chrome on Windows". */
export function deviceName(userAgent: string): string {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'Unknown browser';
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return system ? `${browser} on ${system}` : browser;
}
