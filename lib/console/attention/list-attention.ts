import 'server-only';
import { noteBoardWatched } from '#lib/callouts/follow-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { type CurrentAlerts, currentAlerts } from './current-alerts.ts';
import { type CurrentAlert, countByKind } from './model.ts';
import { type Attention, listAttentionInput, type CurrentAlert as ShownAlert } from './schema.ts';

/** The rest is counted, and one click away. */
const SHOWN_FIRST = 50;

/** The current alerts, most urgent first, with their acknowledgements. */
export const listAttention = verb('attention.list', listAttentionInput, async (actor, { kind, shown }) => {
  const at = now();
  await noteBoardWatched(at);
  const current = await currentAlerts(actor, at);
  const alerts = kind === 'real' ? current.alerts.filter(({ isTest }) => !isTest) : current.alerts;
  const first = shown === 'all' ? alerts : alerts.slice(0, SHOWN_FIRST);
  const unlisted = Array<Pick<CurrentAlert, 'kind'>>(current.morePresses).fill({ kind: 'press_undelivered' });
  const attention: Attention = {
    asOf: at.toISOString(),
    needs: first.map((alert) => toShown(alert, current)),
    more: countByKind([...alerts.slice(first.length), ...unlisted]),
    waiting: alerts.filter(({ acknowledged }) => acknowledged === null).length,
    total: alerts.length + current.morePresses,
    escalatesAfterMinutes: isAnybodyTold() ? env.ESCALATE_AFTER_MINUTES : null,
  };
  return ok(attention);
});

function isAnybodyTold(): boolean {
  return env.ESCALATION_MOBILES !== undefined || env.ESCALATION_EMAILS !== undefined;
}

function toShown(alert: CurrentAlert, { calloutOf, pressOf, silence }: CurrentAlerts): ShownAlert {
  const { kind, subject, since, isTest, acknowledged, escalation } = alert;
  const row = calloutOf(alert);
  return {
    kind,
    subject,
    since: since.toISOString(),
    isTest,
    callout: row && {
      calloutId: row.calloutId,
      stage: row.stage,
      person: { name: row.name, surname: row.surname },
      pauseReason: row.pauseReason,
    },
    press: pressOf(alert),
    silence: kind === 'aura_unreachable' ? silence : null,
    acknowledged: acknowledged && { by: acknowledged.by, at: acknowledged.at.toISOString() },
    escalation: escalation && {
      at: escalation.at.toISOString(),
      attempts: escalation.attempts,
      sentAt: escalation.sentAt?.toISOString() ?? null,
    },
  };
}
