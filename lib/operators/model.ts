export const INVITATION_HOURS = 72;

export type OperatorState = { role: string; isSwitchedOff: boolean };

/** Whether a change takes away the right to manage operators. */
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

/** Readable user agent: "Chrome on Windows". */
export function deviceName(userAgent: string): string {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'Unknown browser';
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return system ? `${browser} on ${system}` : browser;
}
