import type { Tier } from '#lib/platform/escalation-tiers.ts';
import type { AlertKind } from '#lib/vocabulary.ts';
import type { CurrentAlert } from './model.ts';

// When alerts are escalated, and the message's text. Pure; time is passed in.

const MINUTE_MS = 60_000;
/** Longer than an attempt, so that attempts do not overlap. */
const FIRST_RETRY_MS = 30_000;
const MAX_RETRY_MS = 300_000;

/** A tier of which nobody was reached for so long brings the next one forward. */
const UNREACHED_MS = 60_000;
/** The last tier is notified again after this. */
const REPEAT_MS = 300_000;

/** Who was notified; `isLost`: by a text that was not delivered. */
export type Notice = { recipient: string; sentAt: Date; isLost: boolean };

type Settings = {
  ESCALATION_TIERS?: Tier[] | undefined;
  ESCALATE_AFTER_MINUTES: number;
  ESCALATION_MOBILES?: string[] | undefined;
  ESCALATION_EMAILS?: string[] | undefined;
};

/** Who is notified, tier by tier; none where escalation is off. */
export function tiersOf(settings: Settings): Tier[] {
  if (settings.ESCALATION_TIERS) return settings.ESCALATION_TIERS;
  const recipients = [...(settings.ESCALATION_MOBILES ?? []), ...(settings.ESCALATION_EMAILS ?? [])];
  return recipients.length > 0 ? [{ afterMinutes: settings.ESCALATE_AFTER_MINUTES, recipients }] : [];
}

/** Recipients who are due to be notified of an alert and were not, and since when. */
export function dueRecipients(
  alert: CurrentAlert,
  notices: readonly Notice[],
  tiers: readonly Tier[],
  at: Date,
): Map<string, Date> {
  const due = new Map<string, Date>();
  const firstMinutes = tiers[0]?.afterMinutes ?? 0;
  if (alert.isTest || alert.acknowledged) return due;
  const notified = new Map(notices.map((notice) => [notice.recipient, notice]));
  // Enough time was lost where somebody acknowledged it and did nothing.
  const lostMinutes = alert.returned?.why === 'lapsed' ? firstMinutes : 0;
  let forwardMs = Number.POSITIVE_INFINITY;
  for (const [index, { afterMinutes, recipients }] of tiers.entries()) {
    const plannedMs = alert.since.getTime() + (afterMinutes - lostMinutes) * MINUTE_MS;
    const dueMs = Math.min(plannedMs, forwardMs);
    if (at.getTime() < dueMs) break;
    for (const recipient of recipients) {
      const notice = notified.get(recipient);
      const againMs = index === tiers.length - 1 ? REPEAT_MS : Number.POSITIVE_INFINITY;
      const nextMs = notice ? notice.sentAt.getTime() + againMs : dueMs;
      if (at.getTime() >= nextMs && !due.has(recipient)) due.set(recipient, new Date(nextMs));
    }
    const isReached = recipients.some((recipient) => notified.get(recipient)?.isLost === false);
    forwardMs = isReached ? Number.POSITIVE_INFINITY : dueMs + UNREACHED_MS;
  }
  return due;
}

/** Whether an attempt is made now: with backoff after one that did not reach everybody, but at once for another tier. */
export function isAttemptDue(alert: CurrentAlert, due: ReadonlyMap<string, Date>, at: Date): boolean {
  if (due.size === 0) return false;
  const { escalation } = alert;
  if (!escalation || escalation.failures === 0) return true;
  const sinceMs = at.getTime() - escalation.at.getTime();
  return (
    sinceMs >= retryAfterMs(escalation.failures) || [...due.values()].some((each) => each > escalation.at)
  );
}

/** A number or an address as operators see it: enough to tell colleagues apart. */
export function shownRecipient(recipient: string): string {
  const at = recipient.indexOf('@');
  if (at > 0) return `${recipient.slice(0, 2)}…${recipient.slice(at)}`;
  return `${recipient.slice(0, 5)}…${recipient.slice(-2)}`;
}

/** Exponential backoff: 30 s, 1, 2, 4, then 5 minutes. */
export function retryAfterMs(attempts: number): number {
  return Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(10, Math.max(0, attempts - 1)));
}

const ONE: Record<AlertKind, (subject: string) => string> = {
  press_undelivered: () => 'An alarm is not sent to AURA.',
  duress_suspected: (calloutId) => `Suspected duress on callout ${calloutId}.`,
  no_responder: (calloutId) => `No responder is on the way to callout ${calloutId}.`,
  aura_unreachable: () => 'AURA does not answer: callouts may be out of date.',
  position_lost: (calloutId) => `Location lost on callout ${calloutId}.`,
  new_callout: (calloutId) => `New callout ${calloutId}.`,
};

const MANY: Record<AlertKind, string> = {
  press_undelivered: 'not sent',
  duress_suspected: 'suspected duress',
  no_responder: 'no responder',
  aura_unreachable: 'AURA not reached',
  position_lost: 'location lost',
  new_callout: 'new callout',
};

/** Kinds, numbers and ages only: it passes through third parties and appears on locked screens. */
export function escalationMessage(
  alerts: readonly CurrentAlert[],
  at: Date,
  appUrl: string,
  brand = 'Vigil',
): { subject: string; text: string } {
  const [first] = alerts;
  const minutes = oldestMinutes(alerts, at);
  const board = `${appUrl}/admin/callouts`;
  if (first && alerts.length === 1) {
    const what = ONE[first.kind](first.subject);
    const isLapsed = first.returned?.why === 'lapsed';
    return {
      subject: `${brand}: ${what.replace(/\.$/, '')}`,
      text: `${brand}: ${what} ${isLapsed ? 'Acknowledged, but nothing was done. It began' : 'Not acknowledged for'} ${minutes} min${isLapsed ? ' ago' : ''}. Take it: ${linkTo(first, board)}`,
    };
  }
  return {
    subject: `${brand}: ${alerts.length} need attention`,
    text: `${brand}: ${alerts.length} need attention (${countsOf(alerts)}). Not acknowledged, the oldest for ${minutes} min. Take them: ${board}`,
  };
}

/** Where a signed-in receiver takes it: a press has its row on the board, and no page. */
function linkTo({ kind, subject }: CurrentAlert, board: string): string {
  if (kind === 'aura_unreachable') return board;
  return kind === 'press_undelivered' ? `${board}#need-${subject}` : `${board}/${subject}`;
}

function oldestMinutes(alerts: readonly CurrentAlert[], at: Date): number {
  const oldestMs = Math.max(...alerts.map(({ beganAt }) => at.getTime() - beganAt.getTime()));
  return Math.max(0, Math.floor(oldestMs / MINUTE_MS));
}

function countsOf(alerts: readonly CurrentAlert[]): string {
  const kinds = [...new Set(alerts.map(({ kind }) => kind))];
  return kinds
    .map((kind) => `${alerts.filter((alert) => alert.kind === kind).length} × ${MANY[kind]}`)
    .join(', ');
}
