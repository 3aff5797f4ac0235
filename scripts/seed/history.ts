import type { Random } from '../chaos/random.ts';
import { addAftermath, addCallingOff, addTalk } from './aftermath.ts';
import type { Batch, Given } from './batch.ts';
import { type Course, drawCourse } from './course.ts';
import { chance, duration, HOUR_MS, normal, weighted, wholeBetween } from './draw.ts';
import { STREETS } from './names.ts';
import type { SeedPerson } from './people.ts';
import { placed } from './seals.ts';
import type * as shapes from './shapes.ts';
import type { RowOf } from './shapes.ts';

/** Adds a closed callout's rows; returns its course. */
export function addHistory(batch: Batch, given: Given): Course {
  const { random, calloutId, raisedAt, person } = given;
  const isTest = chance(random, 0.06);
  const responseTypeId = weighted<number | null>(random, [
    [1, 76],
    [2, 20],
    [null, 4],
  ]);
  const course = drawCourse(random, raisedAt, responseTypeId === 2);
  const head = {
    kind: isTest ? 'test' : 'real',
    responseTypeId,
    course,
    ...placeOf(random, person, raisedAt),
  };
  batch.callouts.push(calloutRow(given, head));
  for (const { stage, at, status } of course.reached) {
    batch.facts.push({
      callout_id: calloutId,
      at: new Date(at),
      stage,
      event: status,
      source: sourceOf(given, stage),
    });
  }
  // Some were raised elsewhere and adopted.
  if (chance(random, 0.98)) addPress(batch, given, head.kind, head.fix);
  addCallingOff(batch, given, course);
  addTalk(batch, given, course);
  if (!isTest) addAftermath(batch, given, course);
  return course;
}

type Head = {
  kind: string;
  responseTypeId: number | null;
  course: Course;
  fix: Fix;
  address: string;
};
type Fix = ReturnType<typeof placed> & {
  fixed_at: Date;
  fix_source: string;
};

function placeOf(random: Random, { latitude, longitude, town }: SeedPerson, at: number) {
  const fix: Fix = {
    ...placed(
      latitude + 0.004 * normal(random),
      longitude + 0.004 * normal(random),
      Math.round(duration(random, 14, 0.7)),
    ),
    fixed_at: new Date(at - duration(random, 1_500)),
    fix_source: weighted(random, [
      ['live', 78],
      ['recent', 12],
      ['last_known', 6],
      ['saved', 3],
      ['manual', 1],
    ]),
  };
  return { fix, address: `${wholeBetween(random, 1, 240)} ${random.pick(STREETS)} Street, ${town}` };
}

function calloutRow(given: Given, head: Head): RowOf<typeof shapes.callouts> {
  const { random, calloutId, person, raisedAt, until, operatorIds } = given;
  const { kind, responseTypeId, course, fix, address } = head;
  const end = course.reached.at(-1);
  const closedAt = new Date(end?.at ?? raisedAt);
  const isMarked = kind === 'real' && chance(random, course.calledOff ? 0.4 : 0.2);
  const isFalse = isMarked && chance(random, course.calledOff?.by === 'person' ? 0.75 : 0.12);
  return {
    id: calloutId,
    person_id: person.id,
    kind,
    stage: 'closed',
    raw_status: end?.status,
    incidents: [incidentOf(responseTypeId, address)],
    ...fix,
    raised_at: new Date(raisedAt),
    as_of: closedAt,
    asked_at: closedAt,
    closed_at: closedAt,
    duress_at: course.calledOff?.isDuress ? new Date(course.calledOff.at) : null,
    moved_at: closedAt,
    listed_status: end?.status,
    detail_at: closedAt,
    response_type_id: responseTypeId,
    ...(isMarked
      ? {
          verdict: isFalse ? 'false_alarm' : 'genuine',
          verdict_at: new Date(Math.min(until, closedAt.getTime() + duration(random, HOUR_MS))),
          verdict_by: random.pick(operatorIds),
        }
      : {}),
  };
}

function incidentOf(responseTypeId: number | null, address: string) {
  const isMedical = responseTypeId === 2;
  return {
    typeOfEmergency: isMedical ? 'Medical' : 'Security',
    category: 'Panic button',
    responseType: isMedical ? 'MEDICAL' : 'SECURITY',
    address: `${address} (not a real address)`,
    dispatch: [{ label: 'Sandbox dispatch › Responder', value: 'Nobody (demo)' }],
  };
}

function sourceOf({ random }: Given, stage: string): string {
  if (stage === 'raised') return 'press';
  return chance(random, 0.72) ? 'webhook' : 'poll';
}

/** The callout's press, and sometimes another one that AURA merged into it. */
function addPress(
  batch: Batch,
  { random, calloutId, person, raisedAt }: Given,
  kind: string,
  fix: Fix,
): void {
  const isSlow = chance(random, 0.02);
  const tookMs = isSlow ? 4_000 + duration(random, 15_000, 0.9) : 120 + duration(random, 420, 0.5);
  const delivered = (receivedAt: number, settledAt: number) => ({
    id: random.uuid(),
    person_id: person.id,
    kind,
    state: 'delivered',
    pressed_at: new Date(receivedAt - duration(random, 250)),
    received_at: new Date(receivedAt),
    ...fix,
    attempts: isSlow ? wholeBetween(random, 2, 6) : 1,
    last_attempt_at: new Date(settledAt - 100),
    settled_at: new Date(settledAt),
    callout_id: calloutId,
  });
  batch.presses.push(delivered(raisedAt - tookMs, raisedAt));
  if (!chance(random, 0.03)) return;
  const againAt = raisedAt + 10_000 + duration(random, 40_000);
  batch.presses.push(delivered(againAt, againAt + 120 + duration(random, 380)));
}
