import type { PositionProblem, Sought } from '#components/panic/position-seeker.ts';

const COARSE_M = 1_000;

const PROBLEM_WORDS: Record<PositionProblem, string> = {
  denied: 'This browser may not read your position. When you call, say where you are.',
  timeout: 'Your position was not found in time. When you call, say where you are.',
  unavailable: 'This device does not know its position. When you call, say where you are.',
};

/** What the person should know about the position that went with the press; nothing when it is good. */
export function positionWords(sought: Sought): string | undefined {
  if ('problem' in sought) return PROBLEM_WORDS[sought.problem];
  if (sought.source === 'last_known')
    return 'The position sent is an old one. When you call, say where you are.';
  if (sought.accuracy <= COARSE_M) return undefined;
  const kilometres = Math.round(sought.accuracy / 1_000);
  return `Only your area is known, to about ${kilometres} km. When you call, say where you are.`;
}
