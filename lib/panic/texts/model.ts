// A press by text message: `SOS <code> <lat>,<lon>`, as the page wrote it or as a frightened hand typed it. Pure.

/** Without letters and digits that look alike. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 12 of 31 letters: about 59 bits, which cannot be guessed. */
export const CODE_LENGTH = 12;
/** How long an unused code is valid: a phone that was online this week can text. */
export const CODE_LIFETIME_MS = 7 * 86_400_000;
/** For all devices of one person; the oldest are deleted. */
export const CODES_AT_MOST = 12;

/** A text message is at most a few segments; the rest is ignored. */
const READ_CHARACTERS = 500;
const CODE = new RegExp(`(?:^|[^A-Z0-9])([${CODE_ALPHABET}]{${CODE_LENGTH}})(?![A-Z0-9])`);
const DEGREES = String.raw`(-?\d{1,3}(?:[.,]\d+)?)`;
const PLACE = new RegExp(String.raw`${DEGREES}\s*[,;\s]\s*${DEGREES}`);

/** The request in a text; null without one of our codes. */
export type PressText = { code: string; place: { latitude: number; longitude: number } | null };

/** Reads a text leniently: in any case, with a comma or a point as the decimal sign, with or without a position. */
export function readPressText(body: string): PressText | null {
  const text = body.slice(0, READ_CHARACTERS).toUpperCase();
  const found = CODE.exec(text);
  const code = found?.[1];
  if (!found || !code) return null;
  return { code, place: readPlace(text.slice(found.index + found[0].length)) };
}

function readPlace(text: string): PressText['place'] {
  const [, latitude, longitude] = PLACE.exec(text) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  const place = { latitude: degrees(latitude), longitude: degrees(longitude) };
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : null;
}

function degrees(text: string): number {
  return Number(text.replace(',', '.'));
}

/** Why a text is refused. */
export type TextRefusal =
  | 'unreadable'
  | 'unknown_code'
  | 'other_number'
  | 'expired'
  | 'replayed'
  | 'too_late';

type IssuedCode = {
  mobile: string;
  expiresAt: Date;
  usedAt: Date | null;
  /** Its person still exists, and has not revoked the press tokens of that edition. */
  isStanding: boolean;
};

/** Why an issued code may not raise a press now, for that sender; null when it may. */
export function refusalOf(
  issued: IssuedCode,
  { from, at }: { from: string | null; at: Date },
): TextRefusal | null {
  // Where the mobile cannot be opened any sender counts: the code is the secret.
  if (issued.mobile !== '' && from !== issued.mobile) return 'other_number';
  if (issued.usedAt) return 'replayed';
  return !issued.isStanding || at >= issued.expiresAt ? 'expired' : null;
}
