import type { PositionProblem, Sought, SoughtFix } from '#components/panic/position-seeker.ts';
import { ageText } from '#components/ui/age-text.ts';

/** From this on a position names an area, not a place. */
const AREA_M = 1_000;
const SAY_WHERE = 'When you call, say where you are.';

/** Each with what can be done about it, now or for the next time. */
const PROBLEM_WORDS: Record<PositionProblem, string> = {
  denied: 'This browser may not read your position. You can allow it in the settings of this site.',
  timeout: 'Your position was not found in time. It is found best outside or at a window.',
  unavailable: 'This device does not know its position. Switch its location service on.',
  silent:
    'This browser did not say whether it may read your position. Allow it in the settings of your phone, under location.',
};

/** Why a position could not be had, and what to do about it. */
export function problemWords(problem: PositionProblem): string {
  return PROBLEM_WORDS[problem];
}

/** What the person should know about the position of the press; nothing when it is good. */
export function positionWords(sought: Sought, atMs: number, hasSavedAddress: boolean): string | undefined {
  const { fix, problem } = sought;
  if (fix) return fixWords(fix, problem, atMs);
  const instead = hasSavedAddress ? ' Your saved address goes with the press instead.' : '';
  return `${PROBLEM_WORDS[problem ?? 'silent']}${instead} ${SAY_WHERE}`;
}

function fixWords(fix: SoughtFix, problem: PositionProblem | undefined, atMs: number): string | undefined {
  if (fix.source === 'last_known') {
    const age = ageText(atMs - Date.parse(fix.fixedAt));
    const reason = problem ? `${PROBLEM_WORDS[problem]} ` : '';
    return `${reason}The position that goes with the press is the last one known, from ${age}. ${SAY_WHERE}`;
  }
  if (fix.accuracy === null || fix.accuracy <= AREA_M) return undefined;
  return `Only your area is known, to about ${Math.round(fix.accuracy / 1_000)} km. ${SAY_WHERE}`;
}
