import type { AlertKind } from '#lib/vocabulary.ts';
import type { CurrentAlert } from './model.ts';

// When alerts are escalated, and the message's text. Pure; time is passed in.

const MINUTE_MS = 60_000;
/** Longer than an attempt, so that attempts do not overlap. */
const FIRST_RETRY_MS = 30_000;
const MAX_RETRY_MS = 300_000;

export function isEscalationDue(alert: CurrentAlert, at: Date, afterMinutes: number): boolean {
  if (alert.isTest || alert.acknowledged || alert.escalation?.sentAt) return false;
  if (alert.escalation) {
    return at.getTime() - alert.escalation.at.getTime() >= retryAfterMs(alert.escalation.attempts);
  }
  // Enough time was lost where somebody acknowledged it and did nothing.
  const afterMs = alert.returned?.why === 'lapsed' ? 0 : afterMinutes * MINUTE_MS;
  return at.getTime() - alert.since.getTime() >= afterMs;
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
): { subject: string; text: string } {
  const [first] = alerts;
  const minutes = oldestMinutes(alerts, at);
  const board = `${appUrl}/admin/callouts`;
  if (first && alerts.length === 1) {
    const what = ONE[first.kind](first.subject);
    const isLapsed = first.returned?.why === 'lapsed';
    const isOfCallout = first.kind !== 'press_undelivered' && first.kind !== 'aura_unreachable';
    return {
      subject: `Vigil: ${what.replace(/\.$/, '')}`,
      text: `Vigil: ${what} ${isLapsed ? 'Acknowledged, but nothing was done. It began' : 'Not acknowledged for'} ${minutes} min${isLapsed ? ' ago' : ''}. ${isOfCallout ? `${board}/${first.subject}` : board}`,
    };
  }
  return {
    subject: `Vigil: ${alerts.length} need attention`,
    text: `Vigil: ${alerts.length} need attention (${countsOf(alerts)}). Not acknowledged, the oldest for ${minutes} min. ${board}`,
  };
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
