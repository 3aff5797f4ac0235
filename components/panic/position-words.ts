import type { PositionProblem, Sought, SoughtFix } from '#components/panic/position-seeker.ts';
import { ageText } from '#components/ui/age-text.ts';

/** From this on a position names an area, not a place. */
const AREA_M = 1_000;
const SAY_WHERE = 'When you call, say where you are.';

/** Each with what can be done about it, now or for the next time. */
const PROBLEM_WORDS: Record<PositionProblem, string> = {
  denied: 'Location is off. Allow location for this site in your browser settings.',
  timeout: 'We could not find your location in time. Go to a window or outside, if it is safe.',
  unavailable: 'Your device does not know where it is. Turn on location.',
  silent: 'Your browser did not answer about location. Allow location in the settings of your phone.',
};

/** Why a position could not be had, and what to do about it. */
export function problemWords(problem: PositionProblem): string {
  return PROBLEM_WORDS[problem];
}

/** What the person should know about the position of the press; nothing when it is good. */
export function positionWords(sought: Sought, atMs: number, hasSavedAddress: boolean): string | undefined {
  const { fix, problem } = sought;
  if (fix) return fixWords(fix, problem, atMs);
  const instead = hasSavedAddress ? ' We use your saved address.' : '';
  return `${PROBLEM_WORDS[problem ?? 'silent']}${instead} ${SAY_WHERE}`;
}

function fixWords(fix: SoughtFix, problem: PositionProblem | undefined, atMs: number): string | undefined {
  if (fix.source === 'last_known') {
    const age = ageText(atMs - Date.parse(fix.fixedAt));
    const reason = problem ? `${PROBLEM_WORDS[problem]} ` : '';
    return `${reason}We use your last known location, from ${age}. ${SAY_WHERE}`;
  }
  if (fix.accuracy === null || fix.accuracy <= AREA_M) return undefined;
  return `We know only your area, to about ${Math.round(fix.accuracy / 1_000)} km. ${SAY_WHERE}`;
}
