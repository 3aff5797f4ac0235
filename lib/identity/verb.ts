import type { z } from 'zod';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { type FieldProblems, type Refusal, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { isRecentProof } from '#lib/identity/model.ts';
import {
  type Permission,
  permissions,
  scopedPermissions,
  stepUpPermissions,
} from '#lib/identity/permissions.ts';
import { noteRead } from '#lib/identity/sensitive-reads.ts';
import { now } from '#lib/platform/clock.ts';

type ActorFor<P extends Permission> = Extract<Actor, { role: (typeof permissions)[P][number] }>;

type GateCode = 'permission.denied' | 'step_up.required' | 'input.invalid' | 'server.unavailable';

/** Permissions of an unchecked actor: its own presses. */
const UNCHECKED: ReadonlySet<Permission> = new Set([
  'press.raise',
  'press.read_receipt',
  'press.withdraw',
  'press.send',
]);

export type Verb<Value, Code extends ErrorCode> = {
  /** `input` is untrusted; the verb parses it. */
  (actor: Actor, input: unknown): Promise<Result<Value, Code | GateCode>>;
  /** Read by the sweep test, which runs every verb as every role. */
  readonly permission: Permission;
};

/**
 * The only way to make a use case: permission first, then input; the body gets an authorised actor. What an operator may
 * see only with a trace is written down before it is given (sensitive-reads.ts).
 */
export function verb<P extends Permission, Schema extends z.ZodType, Value, Code extends ErrorCode>(
  permission: P,
  schema: Schema,
  run: (actor: ActorFor<P>, input: z.output<Schema>) => Promise<Result<Value, Code>>,
): Verb<Value, Code> {
  const gated = async (actor: Actor, input: unknown): Promise<Result<Value, Code | GateCode>> => {
    if (!isAllowed(permission, actor)) return refuse('permission.denied');
    if (stepUpPermissions.has(permission) && !hasSteppedUp(actor)) return refuse('step_up.required');
    if (isUnchecked(actor) && !UNCHECKED.has(permission)) return refuse('server.unavailable');
    const parsed = schema.safeParse(input);
    if (!parsed.success) return invalid(parsed.error);
    const result = await run(actor, parsed.data);
    if (result.ok) await noteRead(actor, permission, parsed.data);
    return result;
  };
  return Object.assign(gated, { permission });
}

function isAllowed<P extends Permission>(permission: P, actor: Actor): actor is ActorFor<P> {
  const allowed: readonly string[] = permissions[permission];
  return allowed.includes(actor.role) && isInScope(permission, actor);
}

function isInScope(permission: Permission, actor: Actor): boolean {
  if (actor.role !== 'key') return true;
  const scope = scopedPermissions[permission];
  return scope !== undefined && actor.scopes.includes(scope);
}

/** Only operators can prove who they are once more; whoever else has the permission stays out. */
function hasSteppedUp(actor: Actor): boolean {
  return 'provenAt' in actor && isRecentProof(actor.provenAt, now());
}

function isUnchecked(actor: Actor): boolean {
  return actor.role === 'person' && actor.uncheckedEdition !== null;
}

/** First problem per field path; never includes the value. */
function invalid(error: z.ZodError): Refusal<'input.invalid'> {
  const fields: FieldProblems = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.') || 'body';
    fields[field] ??= issue.message;
  }
  return refuse('input.invalid', fields);
}
