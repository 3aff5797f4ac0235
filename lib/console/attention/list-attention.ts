import 'server-only';
import { newestPlace } from '#lib/callouts/facts-model.ts';
import { noteBoardWatched } from '#lib/callouts/follow-store.ts';
import { addressIn } from '#lib/callouts/records.ts';
import { listCalloutsOf, type OpenCallout } from '#lib/console/open-callouts/store.ts';
import { helpNamed } from '#lib/coverage/model.ts';
import type { ResponseType } from '#lib/coverage/schema.ts';
import { listResponseTypes } from '#lib/coverage/store.ts';
import { ok } from '#lib/errors/result.ts';
import { HOUR_MS } from '#lib/identity/model.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { openedMobile, type Unopened } from '#lib/platform/unopened.ts';
import { type CurrentAlerts, currentAlerts } from './current-alerts.ts';
import { tiersOf } from './escalation-model.ts';
import type { CurrentAlert } from './model.ts';
import { countByLead, countBySeverity, newestOf, type Row, rowsOf } from './rows-model.ts';
import { type Attention, type AttentionRow, listAttentionInput, type Need, type Whose } from './schema.ts';

/** How many rows; the rest is counted by severity, and one key away. A page is sent with those of its first screen. */
const MOST = { none: 0, screen: 15, first: 50, all: Number.POSITIVE_INFINITY } as const;

/** What needs attention, a row per callout or undelivered press, most urgent first. */
export const listAttention = verb('attention.list', listAttentionInput, async (actor, asked) => {
  const { kind, shown, whose, callout } = asked;
  const at = now();
  await noteBoardWatched(at);
  const current = await currentAlerts(actor, at);
  const alerts = kind === 'real' ? current.alerts.filter(({ isTest }) => !isTest) : current.alerts;
  const rows = rowsOf(alerts);
  const listed = rows.filter((row) => isOf(row, whose, actor.operatorId));
  const first = listed.slice(0, MOST[shown]);
  const own = rows.find(({ subject }) => callout !== undefined && subject === `${callout}`) ?? null;
  const shownRows = own ? [...first, own] : first;
  const newest = newestOf(rows);
  const named = newest ? [...shownRows, newest] : shownRows;
  const [callouts, types] = await Promise.all([
    listCalloutsOf(named.flatMap((row) => (current.pressOf(row) ? [] : Number(row.subject)))),
    listResponseTypes(),
  ]);
  const details = { callouts: new Map(callouts.map((row) => [`${row.calloutId}`, row])), types };
  const show = (row: Row) => toShown(row, current, details, actor.operatorId);
  const silent = alerts.find(({ subject }) => subject === '');
  const { silence, morePresses } = current;
  const unlisted = Array<Pick<Row, 'severity'>>(morePresses).fill({ severity: 'red' });
  const isWaiting = rows.filter((row) => row.isWaiting).length;
  const attention: Attention = {
    asOf: at.toISOString(),
    rows: first.map(show),
    own: own && show(own),
    more: countBySeverity([...listed.slice(first.length), ...unlisted]),
    counts: countByLead(rows),
    waiting: isWaiting + morePresses + (silent && !silent.acknowledged ? 1 : 0),
    total: rows.length + morePresses + (silent ? 1 : 0),
    mine: rows.filter((row) => isOf(row, 'mine', actor.operatorId)).length,
    newest: newestShown(newest, current, details),
    silence: silent && silence ? { ...toNeed(silent, actor.operatorId), why: silence } : null,
    escalatesAfterMinutes: tiersOf(env)[0]?.afterMinutes ?? null,
    codesUsedUpAt: usedUpAt(current.budgetUsedAt, at),
  };
  return ok(attention);
});

/** Until that hour is over. */
function usedUpAt(budgetUsedAt: Date | null, at: Date): string | null {
  return budgetUsedAt && at.getTime() - budgetUsedAt.getTime() < HOUR_MS ? budgetUsedAt.toISOString() : null;
}

function isOf(row: Row, whose: Whose, operatorId: string): boolean {
  if (whose === 'all') return true;
  const holders = row.needs.map(({ acknowledged, assigned }) => (acknowledged ?? assigned)?.operatorId);
  return holders.includes(whose === 'mine' ? operatorId : undefined);
}

function toNeed(need: CurrentAlert, operatorId: string): Need {
  const { kind, since, acknowledged, assigned, returned, escalation } = need;
  return {
    kind,
    since: since.toISOString(),
    acknowledged: acknowledged && {
      by: acknowledged.by,
      at: acknowledged.at.toISOString(),
      isMine: acknowledged.operatorId === operatorId,
    },
    assigned: assigned && {
      to: assigned.to,
      by: assigned.by,
      at: assigned.at.toISOString(),
      isMine: assigned.operatorId === operatorId,
    },
    returned,
    escalation: escalation && {
      at: escalation.at.toISOString(),
      failures: escalation.failures,
      sentAt: escalation.sentAt?.toISOString() ?? null,
    },
  };
}

/** What is read of shown rows alone, by subject. */
type Details = { callouts: ReadonlyMap<string, OpenCallout>; types: readonly ResponseType[] };

function toShown(
  row: Row,
  { pressOf }: CurrentAlerts,
  { callouts, types }: Details,
  operatorId: string,
): AttentionRow {
  const { subject, severity, isTest, isWaiting } = row;
  const callout = callouts.get(subject) ?? null;
  const press = pressOf(row);
  const needs = row.needs.map((need) => toNeed(need, operatorId));
  const place = callout ? newestPlace(callout.device, callout.pressed) : (press?.place ?? null);
  const waiting = needs.filter(({ acknowledged }) => acknowledged === null);
  return {
    subject,
    severity,
    isTest,
    isWaiting,
    needs,
    beganAt: callout?.raisedAt.toISOString() ?? row.needs[0].beganAt.toISOString(),
    person: personOf(callout ?? press?.person),
    customerId: callout?.customerId ?? press?.customerId ?? null,
    place: place && {
      latitude: place.latitude,
      longitude: place.longitude,
      accuracy: place.accuracy,
      measuredAt: place.measuredAt,
    },
    address: callout && addressIn(callout),
    help: helpNamed(types, callout ? callout.responseTypeId : (press?.responseTypeId ?? null)),
    callout: callout && {
      calloutId: callout.calloutId,
      stage: callout.stage,
      pauseReason: callout.pauseReason,
    },
    press,
    acknowledged: latest(needs.flatMap(({ acknowledged }) => acknowledged ?? [])),
    assigned: latest(waiting.flatMap(({ assigned }) => assigned ?? [])),
  };
}

function latest<Dated extends { at: string }>(dated: readonly Dated[]): Dated | null {
  return dated.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0] ?? null;
}

type Person = Omit<AttentionRow['person'], 'mobile'> & { mobile: string | Unopened };

/** Every row has a person; whom we cannot name is still shown. */
function personOf(of: Person | undefined): AttentionRow['person'] {
  return { name: of?.name ?? '', surname: of?.surname ?? '', mobile: openedMobile(of?.mobile ?? '') };
}

function newestShown(
  row: Row | null,
  { pressOf }: CurrentAlerts,
  { callouts }: Details,
): Attention['newest'] {
  if (!row) return null;
  const callout = callouts.get(row.subject);
  const { name, surname } = personOf(callout ?? pressOf(row)?.person);
  return {
    subject: row.subject,
    calloutId: callout?.calloutId ?? null,
    kind: row.lead.kind,
    severity: row.severity,
    beganAt: row.lead.beganAt.toISOString(),
    person: `${name} ${surname}`,
  };
}
