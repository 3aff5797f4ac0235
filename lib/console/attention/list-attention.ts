import 'server-only';
import { noteBoardWatched } from '#lib/callouts/follow-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { type CurrentNeeds, currentNeeds } from './current-needs.ts';
import { countByKind, type Need } from './model.ts';
import { type Attention, listAttentionInput, type Need as ShownNeed } from './schema.ts';

/** The rest is counted, and one click away. */
const SHOWN_FIRST = 50;

/** The current alerts, most urgent first, with their acknowledgements. */
export const listAttention = verb('attention.list', listAttentionInput, async (actor, { kind, shown }) => {
  const at = now();
  await noteBoardWatched(at);
  const current = await currentNeeds(actor, at);
  const needs = kind === 'real' ? current.needs.filter(({ isTest }) => !isTest) : current.needs;
  const first = shown === 'all' ? needs : needs.slice(0, SHOWN_FIRST);
  const unlisted = Array<Pick<Need, 'kind'>>(current.morePresses).fill({ kind: 'press_undelivered' });
  const attention: Attention = {
    asOf: at.toISOString(),
    needs: first.map((need) => toShown(need, current)),
    more: countByKind([...needs.slice(first.length), ...unlisted]),
    waiting: needs.filter(({ acknowledged }) => acknowledged === null).length,
    total: needs.length + current.morePresses,
    escalatesAfterMinutes: isAnybodyTold() ? env.ESCALATE_AFTER_MINUTES : null,
  };
  return ok(attention);
});

function isAnybodyTold(): boolean {
  return env.ESCALATION_MOBILES !== undefined || env.ESCALATION_EMAILS !== undefined;
}

function toShown(need: Need, { calloutOf, pressOf, silence }: CurrentNeeds): ShownNeed {
  const { kind, subject, since, isTest, acknowledged, escalation } = need;
  const row = calloutOf(need);
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
    press: pressOf(need),
    silence: kind === 'aura_unreachable' ? silence : null,
    acknowledged: acknowledged && { by: acknowledged.by, at: acknowledged.at.toISOString() },
    escalation: escalation && {
      at: escalation.at.toISOString(),
      attempts: escalation.attempts,
      sentAt: escalation.sentAt?.toISOString() ?? null,
    },
  };
}
