import { type DroppedPart, isPresent, readInstant, readSentFix } from '#lib/geo/reading.ts';
import { fixSources, type Kind } from '#lib/vocabulary.ts';

// How a press is read, by the server as a request brings it and by the device as it was kept. Pure.

/** The longest grace that a press may ask for. */
const MAX_GRACE_S = 30;

/** The largest number of the database's column. */
const MAX_ID = 2_147_483_647;

/** A part of a press that could not be used. */
type DroppedPressPart =
  | DroppedPart
  | 'kind'
  | 'source'
  | 'pressed_at'
  | 'sent_at'
  | 'grace'
  | 'response_type';

/** Any invalid part is dropped and named in `dropped`, since no optional part may refuse a press. */
export function readPressParts({ pressId, ...said }: { pressId: string; [part: string]: unknown }) {
  const dropped: DroppedPressPart[] = [];
  const drop = (part: DroppedPressPart) => void dropped.push(part);
  const instant = (part: unknown, name: DroppedPressPart) => {
    const read = readInstant(part);
    if (read === null && isPresent(part)) drop(name);
    return read;
  };
  // Anything but the exact word is a call for help.
  const kind: Kind = said.kind === 'test' ? 'test' : 'real';
  if (isPresent(said.kind) && said.kind !== kind) drop('kind');
  const location = isPresent(said.location) ? readSentFix(said.location, drop) : undefined;
  const source = fixSources.find((each) => each === location?.source) ?? null;
  if (location && isPresent(location.source) && source === null) drop('source');
  const pressedAt = instant(said.pressedAt, 'pressed_at');
  const sentAt = instant(said.sentAt, 'sent_at');
  const graceSeconds = readGrace(said.graceSeconds) ?? 0;
  if (said.graceSeconds !== undefined && readGrace(said.graceSeconds) === null) drop('grace');
  const responseTypeId = readResponseTypeId(said.responseTypeId);
  if (isPresent(said.responseTypeId) && responseTypeId === null) drop('response_type');
  const placed = location && { ...location, source };
  return { pressId, kind, pressedAt, sentAt, graceSeconds, responseTypeId, location: placed, dropped };
}

/** Null for an invalid grace: the press is then sent at once, which is the safe reading. */
function readGrace(said: unknown): number | null {
  return typeof said === 'number' && Number.isInteger(said) && said >= 0 && said <= MAX_GRACE_S ? said : null;
}

/** AURA's id of a kind of help, also as a form's text; null for anything else: help of the default kind still comes. */
function readResponseTypeId(said: unknown): number | null {
  const id = typeof said === 'string' && /^\d{1,10}$/.test(said) ? Number(said) : said;
  return typeof id === 'number' && Number.isInteger(id) && id > 0 && id <= MAX_ID ? id : null;
}
