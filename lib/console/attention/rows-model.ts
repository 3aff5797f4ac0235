import { type AlertKind, alertKinds } from '#lib/vocabulary.ts';
import { type CurrentAlert, newestFirst } from './model.ts';
import { type Severity, severities } from './schema.ts';

// One row per callout or undelivered press, with all that needs attention about it. Pure.

export type Row = {
  subject: string;
  /** Most urgent first; never empty. */
  needs: [CurrentAlert, ...CurrentAlert[]];
  /** What decides its place: the most urgent need that waits, or of all if none does. */
  lead: CurrentAlert;
  isWaiting: boolean;
  isTest: boolean;
  severity: Severity;
};

const SEVERITIES: Record<AlertKind, Severity> = {
  press_undelivered: 'red',
  duress_suspected: 'red',
  new_callout: 'red',
  no_responder: 'yellow',
  position_lost: 'yellow',
  aura_unreachable: 'yellow',
};

/** Rows in order: what waits first, then by the lead's kind and time. What is true of the whole deployment is no row. */
export function rowsOf(alerts: readonly CurrentAlert[]): Row[] {
  const bySubject = new Map<string, [CurrentAlert, ...CurrentAlert[]]>();
  for (const alert of alerts) {
    if (alert.subject === '') continue;
    const row = bySubject.get(alert.subject);
    if (row) row.push(alert);
    else bySubject.set(alert.subject, [alert]);
  }
  return [...bySubject.values()].map(toRow).sort(byUrgency);
}

function toRow(needs: [CurrentAlert, ...CurrentAlert[]]): Row {
  needs.sort((one, other) => alertKinds.indexOf(one.kind) - alertKinds.indexOf(other.kind));
  const waiting = needs.find(({ acknowledged }) => acknowledged === null);
  const lead = waiting ?? needs[0];
  const { subject, isTest } = lead;
  return {
    subject,
    needs,
    lead,
    isWaiting: waiting !== undefined,
    isTest,
    severity: isTest ? 'green' : severityOf(needs, lead),
  };
}

/** That of the lead; but suspected duress stays red, whatever else waits. */
function severityOf(needs: readonly CurrentAlert[], lead: CurrentAlert): Severity {
  return needs.some(({ kind }) => kind === 'duress_suspected') ? 'red' : SEVERITIES[lead.kind];
}

function rankOf({ isTest, lead }: Row): number {
  // Nobody is in danger by a test: it comes after all that is real.
  return isTest ? alertKinds.length : alertKinds.indexOf(lead.kind);
}

function byUrgency(one: Row, other: Row): number {
  if (one.isWaiting !== other.isWaiting) return one.isWaiting ? -1 : 1;
  const byTime = one.lead.lastAt.getTime() - other.lead.lastAt.getTime();
  const inTime = newestFirst(one.lead.kind) ? -byTime : byTime;
  // The subject, so that equal times keep their order from one reading to the next.
  return rankOf(one) - rankOf(other) || inTime || (one.subject < other.subject ? -1 : 1);
}

/** Counts by severity, the worst first. */
export function countBySeverity(rows: readonly Pick<Row, 'severity'>[]) {
  return severities
    .map((severity) => ({ severity, count: rows.filter((row) => row.severity === severity).length }))
    .filter(({ count }) => count > 0);
}

/** Rows that wait, counted by what leads them, the most urgent first; tests last, apart. */
export function countByLead(rows: readonly Row[]) {
  const counts = new Map<string, { kind: AlertKind; severity: Severity; count: number; rank: number }>();
  for (const row of rows) {
    if (!row.isWaiting) continue;
    const { kind } = row.lead;
    const severity = row.isTest ? 'green' : SEVERITIES[kind];
    const known = counts.get(`${kind} ${severity}`);
    counts.set(`${kind} ${severity}`, { kind, severity, count: (known?.count ?? 0) + 1, rank: rankOf(row) });
  }
  return [...counts.values()]
    .sort((one, other) => one.rank - other.rank)
    .map(({ kind, severity, count }) => ({ kind, severity, count }));
}

/** The newest of the worst that waits. */
export function newestOf(rows: readonly Row[]): Row | null {
  const waiting = rows.filter(({ isWaiting }) => isWaiting);
  const worst = severities.find((each) => waiting.some(({ severity }) => severity === each));
  const ofWorst = waiting.filter(({ severity }) => severity === worst);
  return ofWorst.toSorted((one, other) => other.lead.lastAt.getTime() - one.lead.lastAt.getTime())[0] ?? null;
}
