import type { ErrorCode } from '#lib/errors/errors.ts';
import type { Result } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import type { Verb } from '#lib/identity/verb.ts';

/** The result for the first actor with access; a browser may hold a person's and an operator's session. */
export async function firstAllowed<Value, Code extends ErrorCode>(
  viewers: readonly Actor[],
  verb: Verb<Value, Code>,
  input: unknown,
): ReturnType<Verb<Value, Code>> {
  let answer: Awaited<ReturnType<Verb<Value, Code>>> = { ok: false, code: 'permission.denied' };
  for (const viewer of viewers) {
    answer = await verb(viewer, input);
    if (answer.ok) return answer;
  }
  return answer satisfies Result<Value>;
}
