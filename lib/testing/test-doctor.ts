import type { Result } from '#lib/errors/result.ts';
import type { Finding } from '#lib/integration/schema.ts';

/** Findings of a finished run by step. */
export async function findingsOf(
  begun: Promise<Result<{ findings: AsyncGenerator<Finding> }>>,
): Promise<Map<string, Finding>> {
  const session = await begun;
  if (!session.ok) throw new Error(session.code);
  const found = new Map<string, Finding>();
  for await (const finding of session.value.findings) found.set(finding.step, finding);
  return found;
}

/** Problems and skipped steps at AURA; our own steps are left out, as there is no worker. */
export function wrongAt(found: ReadonlyMap<string, Finding>): Record<string, string> {
  return Object.fromEntries(
    [...found.values()].flatMap(({ step, state, problem }): [string, string][] =>
      state === 'ok' || ['database', 'worker', 'webhooks'].includes(step) ? [] : [[step, problem ?? state]],
    ),
  );
}
