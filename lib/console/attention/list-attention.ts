import 'server-only';
import { noteBoardWatched } from '#lib/callouts/follow-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { type CurrentNeeds, currentNeeds } from './current-needs.ts';
import type { Need } from './model.ts';
import { type Attention, listAttentionInput, type Need as ShownNeed } from './schema.ts';

/** Nobody works through more at once; those that follow move up. */
const SHOWN_AT_MOST = 25;

/** What needs a human now, most urgent first, with who has taken up what. */
export const listAttention = verb('attention.list', listAttentionInput, async (actor, { kind }) => {
  const at = now();
  await noteBoardWatched(at);
  const current = await currentNeeds(actor, at);
  const needs = kind === 'real' ? current.needs.filter(({ isTest }) => !isTest) : current.needs;
  const attention: Attention = {
    asOf: at.toISOString(),
    needs: needs.slice(0, SHOWN_AT_MOST).map((need) => toShown(need, current)),
    waiting: needs.filter(({ acknowledged }) => acknowledged === null).length,
    total: needs.length,
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
