import 'server-only';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { PASSWORD_MAX, PASSWORD_MIN } from '#lib/identity/model.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Whether a new password is easy to guess. The list of stolen passwords comes with the package: nothing is asked over the
// network, so no part of a password leaves this process.

/** Fewer than 10^8 guesses by zxcvbn's estimate: its scores 0 to 2. */
const LEAST_SCORE = 3;
const STOLEN = 'passwords-common';

export const passwordProblems = {
  short: `Choose at least ${PASSWORD_MIN} characters`,
  long: `Choose at most ${PASSWORD_MAX} characters`,
  stolen:
    'This is on a list of stolen passwords, or almost the same as one. Choose another, such as several words',
  guessable: 'This is too easy to guess. Choose several words that do not belong together',
} as const;

/** Why a new password is refused; null when it may be used. `about` is what others know: name, e-mail address. */
export function newPasswordProblem(password: string, about: readonly string[]): string | null {
  if (password.length < PASSWORD_MIN) return passwordProblems.short;
  if (password.length > PASSWORD_MAX) return passwordProblems.long;
  const { score, sequence } = estimator().check(password, [...about.flatMap(partsOf), 'vigil', 'aura']);
  if (score >= LEAST_SCORE) return null;
  const isStolen = sequence.some((part) => 'dictionaryName' in part && part.dictionaryName === STOLEN);
  return isStolen ? passwordProblems.stolen : passwordProblems.guessable;
}

function partsOf(text: string): string[] {
  return [text, ...text.split(/[^\p{L}\p{N}]+/u)].filter((part) => part.length > 2);
}

/** Reading the list takes a moment, so it is read once and only where a password is chosen. */
function estimator(): ZxcvbnFactory {
  return processSingleton(
    'password-estimator',
    () => new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }),
  );
}
