import type { PositionProblem, Sought, SoughtFix } from '#components/panic/position-seeker.ts';
import { ageText } from '#components/ui/age-text.ts';
import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';

/** From this on a position names an area, not a place. */
const AREA_M = 1_000;

/** Why a position could not be had, and what can be done about it, now or for the next time. */
export function problemWords(problem: PositionProblem, t: Translate = english): string {
  return t(`place.${problem}`);
}

/** What the person should know about the position of the press; nothing when it is good. */
export function positionWords(
  sought: Sought,
  atMs: number,
  hasSavedAddress: boolean,
  t: Translate,
): string | undefined {
  const { fix, problem } = sought;
  if (fix) return fixWords(fix, problem, atMs, t);
  const instead = hasSavedAddress ? [t('where.saved')] : [];
  return [problemWords(problem ?? 'silent', t), ...instead, t('where.say')].join(' ');
}

function fixWords(
  fix: SoughtFix,
  problem: PositionProblem | undefined,
  atMs: number,
  t: Translate,
): string | undefined {
  if (fix.source === 'last_known') {
    const age = ageText(atMs - Date.parse(fix.fixedAt), t);
    const reason = problem ? [problemWords(problem, t)] : [];
    return [...reason, t('where.last', { age }), t('where.say')].join(' ');
  }
  if (fix.accuracy === null || fix.accuracy <= AREA_M) return undefined;
  return `${t('where.area', { km: Math.round(fix.accuracy / 1_000) })} ${t('where.say')}`;
}
