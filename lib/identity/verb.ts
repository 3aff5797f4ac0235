import type { z } from 'zod';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { type FieldProblems, type Refusal, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { type Permission, permissions } from '#lib/identity/permissions.ts';

type ActorFor<P extends Permission> = Extract<Actor, { role: (typeof permissions)[P][number] }>;

type GateCode = 'permission.denied' | 'input.invalid' | 'server.unavailable';

/** What a person may do while it is not known whether their press token was revoked: raise a press, and what comes of it. */
const UNCHECKED: ReadonlySet<Permission> = new Set([
  'press.raise',
  'press.read_receipt',
  'press.withdraw',
  'press.send',
]);

export type Verb<Value, Code extends ErrorCode> = {
  /** `input` is whatever came from outside; the verb parses it. */
  (actor: Actor, input: unknown): Promise<Result<Value, Code | GateCode>>;
  /** Read by the sweep test, which tries every verb as every role. */
  readonly permission: Permission;
};

/**
 * The only way to make a use case: permission is checked first, the input is parsed second, and the
 * body runs with an actor whose type says that the check was passed.
 */
export function verb<P extends Permission, Schema extends z.ZodType, Value, Code extends ErrorCode>(
  permission: P,
  schema: Schema,
  run: (actor: ActorFor<P>, input: z.output<Schema>) => Promise<Result<Value, Code>>,
): Verb<Value, Code> {
  const gated = async (actor: Actor, input: unknown): Promise<Result<Value, Code | GateCode>> => {
    if (!isAllowed(permission, actor)) return refuse('permission.denied');
    if (isUnchecked(actor) && !UNCHECKED.has(permission)) return refuse('server.unavailable');
    const parsed = schema.safeParse(input);
    if (!parsed.success) return invalid(parsed.error);
    return run(actor, parsed.data);
  };
  return Object.assign(gated, { permission });
}

function isAllowed<P extends Permission>(permission: P, actor: Actor): actor is ActorFor<P> {
  const allowed: readonly string[] = permissions[permission];
  return allowed.includes(actor.role);
}

function isUnchecked(actor: Actor): boolean {
  return actor.role === 'person' && actor.uncheckedEdition !== null;
}

/** The first problem of each field, named by the field's path; never the value itself. */
function invalid(error: z.ZodError): Refusal<'input.invalid'> {
  const fields: FieldProblems = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.') || 'body';
    fields[field] ??= issue.message;
  }
  return refuse('input.invalid', fields);
}
