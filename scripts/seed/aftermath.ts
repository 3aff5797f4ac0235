import type { Random } from '../chaos/random.ts';
import type { Batch, Given } from './batch.ts';
import type { Course } from './course.ts';
import { chance, duration, HOUR_MS, MINUTE_MS, weighted, wholeBetween } from './draw.ts';
import { CANCEL_WORDS, NOTE_WORDS, PERSON_WORDS, RATING_WORDS, ROOM_WORDS } from './names.ts';
import type * as shapes from './shapes.ts';
import type { RowOf } from './shapes.ts';

// Events around a callout, beside its stages.

/** Reserved for documentation. */
const ADDRESS = '192.0.2.';

/** Cancellation and AURA's answer. */
export function addCallingOff(
  batch: Batch,
  { random, calloutId, person, operatorIds }: Given,
  { calledOff }: Course,
): void {
  if (!calledOff || calledOff.by === 'elsewhere') return;
  const { by, at, isAccepted, isDuress } = calledOff;
  const askedAt = new Date(at);
  const isOperators = by === 'operator';
  const actorId = isOperators ? random.pick(operatorIds) : person.id;
  const id = random.uuid();
  batch.cancellations.push({
    id,
    callout_id: calloutId,
    by,
    actor_id: actorId,
    asked_at: askedAt,
    is_code_right: isOperators ? null : !isDuress,
    reason: isOperators ? random.pick(CANCEL_WORDS) : null,
    exception_reason_id: isOperators ? random.pick([101, 102, 103]) : null,
    reason_state: isOperators ? 'given' : null,
    state: isAccepted ? 'accepted' : 'refused',
    attempts: 1,
    due_at: askedAt,
    settled_at: new Date(at + duration(random, 600)),
  });
  const action = isOperators ? 'callout.cancel_as_operator' : 'callout.cancel';
  batch.auditLines.push(line(random, at, by, actorId, action, calloutId, isOperators ? id : null));
}

/** Messages while it was open. */
export function addTalk(
  batch: Batch,
  { random, calloutId, person, raisedAt, operatorIds }: Given,
  course: Course,
): void {
  const endAt = course.reached.at(-1)?.at ?? raisedAt;
  batch.streams.push({ callout_id: calloutId, asked_at: new Date(endAt), as_of: new Date(endAt) });
  const said = chance(random, 0.4) ? wholeBetween(random, 1, 4) : 0;
  let at = raisedAt;
  for (let index = 0; index < said; index += 1) {
    at += 5_000 + duration(random, MINUTE_MS);
    if (at > endAt) return;
    const author = weighted(random, [
      ['person', 5],
      ['control_room', 3],
      ['operator', 2],
    ]);
    const isHeard = author === 'control_room';
    const authorId = author === 'person' ? person.id : isHeard ? null : random.pick(operatorIds);
    batch.messages.push({
      id: random.uuid(),
      callout_id: calloutId,
      author,
      author_id: authorId,
      text: author === 'person' ? random.pick(PERSON_WORDS) : random.pick(ROOM_WORDS),
      state: isHeard ? 'received' : 'sent',
      attempts: isHeard ? 0 : 1,
      due_at: new Date(at),
      last_attempt_at: isHeard ? null : new Date(at),
      written_at: new Date(at),
      sent_at: isHeard ? null : new Date(at + duration(random, 500)),
    });
    if (author === 'operator') {
      batch.auditLines.push(line(random, at, 'operator', authorId, 'message.write', calloutId, null));
    }
  }
}

/** Notes, verdicts and ratings, and AURA's report after the close. */
export function addAftermath(batch: Batch, given: Given, course: Course): void {
  const { random, raisedAt } = given;
  const endAt = course.reached.at(-1)?.at ?? raisedAt;
  if (chance(random, 0.6)) addTakingUp(batch, given);
  if (chance(random, 0.1)) addNote(batch, given, endAt);
  if (chance(random, 0.6)) addOutcome(batch, given, endAt);
  if (chance(random, 0.18)) addRating(batch, given, endAt);
}

function addTakingUp(batch: Batch, { random, calloutId, raisedAt, operatorIds }: Given): void {
  const at = raisedAt + 3_000 + duration(random, 20_000, 0.8);
  const operatorId = random.pick(operatorIds);
  batch.marks.push({
    kind: 'new_callout',
    subject: String(calloutId),
    since: new Date(raisedAt),
    acknowledged_at: new Date(at),
    acknowledged_by: operatorId,
  });
  const action = 'alert.acknowledge';
  batch.auditLines.push(line(random, at, 'operator', operatorId, action, calloutId, 'new_callout'));
}

function addNote(batch: Batch, { random, calloutId, raisedAt, operatorIds }: Given, endAt: number): void {
  batch.notes.push({
    id: random.uuid(),
    callout_id: calloutId,
    operator_id: random.pick(operatorIds),
    text: random.pick(NOTE_WORDS),
    written_at: new Date(Math.floor(random.between(raisedAt, endAt))),
  });
}

function addOutcome(batch: Batch, { random, calloutId, until }: Given, endAt: number): void {
  batch.outcomes.push({
    callout_id: calloutId,
    asked_at: new Date(Math.min(until, endAt + HOUR_MS)),
    attempts: wholeBetween(random, 1, 6),
    report: chance(random, 0.7) ? { outcome: 'Demo report', arrivalCount: 1 } : null,
  });
}

function addRating(batch: Batch, { random, calloutId, until }: Given, endAt: number): void {
  const ratedAt = new Date(Math.min(until, endAt + duration(random, HOUR_MS)));
  batch.ratings.push({
    callout_id: calloutId,
    rating: weighted(random, [
      [5, 50],
      [4, 25],
      [3, 10],
      [2, 6],
      [1, 9],
    ]),
    words: chance(random, 0.3) ? random.pick(RATING_WORDS) : null,
    may_contact: chance(random, 0.4),
    rated_at: ratedAt,
    state: 'sent',
    attempts: 1,
    due_at: ratedAt,
  });
}

export function line(
  random: Random,
  at: number,
  role: 'person' | 'operator',
  actorId: string | null,
  action: string,
  subject: number | string,
  detail: string | null,
): RowOf<typeof shapes.auditLines> {
  return {
    at: new Date(at),
    actor_role: role,
    actor_id: actorId,
    address: ADDRESS + wholeBetween(random, 1, 254),
    action,
    subject: String(subject),
    detail,
  };
}
