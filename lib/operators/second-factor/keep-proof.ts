import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { keepStepUp } from '#lib/identity/accounts.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { now } from '#lib/platform/clock.ts';

type Owner = Extract<Actor, { operatorId: string }>;

/** Notes with the session, in the database, that its operator has just proved who they are. */
export async function keepProof(
  actor: Owner,
  sessionId: string,
  by: string,
): Promise<Result<null, 'session.required'>> {
  const { operatorId } = actor;
  if (!(await keepStepUp(sessionId, operatorId, now()))) return refuse('session.required');
  await audit(actor, { action: 'operator.step_up', subject: operatorId, detail: `by ${by}` });
  return ok(null);
}
