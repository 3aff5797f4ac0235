import 'server-only';
import type { ErrorCode } from '#lib/errors/errors.ts';
import type { Result } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { describeError, log } from '#lib/platform/log.ts';

/** Audits a change at AURA before and after, so that a crash leaves a trace. Without the first: no change. */
export async function audited<Value, Code extends ErrorCode>(
  actor: Actor,
  entry: {
    action: string;
    subject: string;
    /** For actions that create their subject: its id once it exists. */
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
    // The change succeeded; failing here would report the opposite.
    log.error({ error: describeError(error), action }, 'audit of the outcome failed');
  }
  return result;
}
