import 'server-only';
import type { ErrorCode } from '#lib/errors/errors.ts';
import type { Result } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { describeError, log } from '#lib/platform/log.ts';

/**
 * Does what changes something at AURA, and says in the audit that it was tried, before, and what came of it,
 * after: a process that dies between the two leaves the first. Nothing is done that could not be noted.
 */
export async function audited<Value, Code extends ErrorCode>(
  actor: Actor,
  entry: {
    action: string;
    subject: string;
    /** Where the action creates its subject: the id, once there is one. */
    made?: (value: Value) => string;
  },
  run: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  const { action, subject, made } = entry;
  await audit(actor, { action, subject, detail: 'tried' });
  const result = await run();
  try {
    await audit(actor, {
      action,
      subject: result.ok && made ? made(result.value) : subject,
      detail: result.ok ? 'done' : result.code,
    });
  } catch (error) {
    // It is done, and the first line stands: to say that it failed would be untrue.
    log.error({ error: describeError(error), action }, 'outcome not audited');
  }
  return result;
}
