import 'server-only';
import type { UndeliveredPress } from '#lib/console/attention/schema.ts';
import { listOpenFacts } from '#lib/console/open-callouts/store.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { env } from '#lib/platform/env.ts';
import { listUndelivered } from './list-undelivered.ts';
import { alertsOf, type CurrentAlert, type Key, silenceOf, standingBy } from './model.ts';
import { listMarks, readDeployment } from './store.ts';

/** Bounds the work of one evaluation. */
const MAX_OPEN = 2_000;

export type CurrentAlerts = {
  alerts: CurrentAlert[];
  pressOf: (alert: Pick<Key, 'subject'>) => UndeliveredPress | null;
  /** How an alert that is not among them stands, such as that of a grouped press. */
  standing: (alert: CurrentAlert) => CurrentAlert;
  silence: 'no_answer' | 'not_asked' | null;
  /** When the hour's text messages with codes were last used up. */
  budgetUsedAt: Date | null;
  /** Undelivered presses beyond the limit. */
  morePresses: number;
};

/** The current alerts, for verbs that have checked the actor's permission. */
export async function currentAlerts(actor: Actor, at: Date): Promise<CurrentAlerts> {
  const [callouts, undelivered, asking] = await Promise.all([
    listOpenFacts(MAX_OPEN),
    listUndelivered(actor, {}),
    readDeployment(),
  ]);
  if (!undelivered.ok) throw new Error(`presses not listed: ${undelivered.code}`);
  const { presses, more: morePresses } = undelivered.value;
  const { silence, since } = silenceOf({ asking, callouts }, at);
  const subjects = [
    ...callouts.map(({ calloutId }) => `${calloutId}`),
    ...presses.flatMap(({ pressId, repeats }) => [pressId, ...repeats]),
  ];
  const marks = await listMarks(subjects, since);
  const situation = { callouts, presses: presses.map(toWaiting), asking };
  const pressesById = new Map(presses.map((press) => [press.pressId, press]));
  return {
    alerts: alertsOf(situation, marks, at, {
      noResponder: env.NO_RESPONDER_MINUTES,
      acknowledged: env.ACKNOWLEDGE_MINUTES,
    }),
    standing: standingBy(marks, at, env.ACKNOWLEDGE_MINUTES),
    pressOf: ({ subject }) => pressesById.get(subject) ?? null,
    silence,
    budgetUsedAt: asking.budgetUsedAt,
    morePresses,
  };
}

function toWaiting({ pressId, kind, receivedAt, newestAt }: UndeliveredPress) {
  return { pressId, kind, receivedAt: new Date(receivedAt), newestAt: new Date(newestAt) };
}
