import { ok, type Refusal, refuse } from '#lib/errors/result.ts';
import { ceremonyProblem } from '#lib/operators/second-factor/model.ts';
import { monotonicMs } from '#lib/platform/clock.ts';

/** Runs a WebAuthn call; returns the answer or the error. */
export async function askDevice<Answer>(
  ask: () => Promise<Answer>,
): Promise<{ ok: true; value: Answer } | Refusal> {
  const askedAtMs = monotonicMs();
  try {
    return ok(await ask());
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return refuse(ceremonyProblem(name, monotonicMs() - askedAtMs));
  }
}
