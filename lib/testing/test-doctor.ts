import type { Result } from '#lib/errors/result.ts';
import type { Finding } from '#lib/integration/schema.ts';

/** What a run of the doctor found, by step, when it is through. */
export async function findingsOf(
  begun: Promise<Result<{ findings: AsyncGenerator<Finding> }>>,
): Promise<Map<string, Finding>> {
  const session = await begun;
  if (!session.ok) throw new Error(session.code);
  const found = new Map<string, Finding>();
  for await (const finding of session.value.findings) found.set(finding.step, finding);
  return found;
}

/** What was wrong at AURA, or was not run. What is ours is left out: a test world has no worker. */
export function wrongAt(found: ReadonlyMap<string, Finding>): Record<string, string> {
  return Object.fromEntries(
    [...found.values()].flatMap(({ step, state, problem }): [string, string][] =>
      state === 'ok' || ['database', 'worker', 'webhooks'].includes(step) ? [] : [[step, problem ?? state]],
    ),
  );
}
