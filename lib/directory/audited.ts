import 'server-only';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/platform/audit.ts';
import type { ErrorCode } from '#lib/platform/errors.ts';
import { describeError, log } from '#lib/platform/log.ts';
import type { Result } from '#lib/platform/result.ts';

/**
 * Does what changes something at AURA, and says in the audit that it was tried, before, and what came of it,
 * after: a process that dies between the two leaves the first. Nothing is done that could not be noted.
 */
export async function audited<Value, Code extends ErrorCode>(
  actor: Actor,
  deed: { action: string; subject: string },
  run: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  await audit(actor, { ...deed, detail: 'tried' });
  const result = await run();
  try {
    await audit(actor, { ...deed, detail: result.ok ? 'done' : result.code });
  } catch (error) {
    // It is done, and the first line stands: to say that it failed would be untrue.
    log.error({ error: describeError(error), action: deed.action }, 'outcome not audited');
  }
  return result;
}
