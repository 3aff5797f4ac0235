import 'server-only';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/errors/result.ts';
import { isCrossSite, isNavigation, json, problem, seeOther, withProblems } from '#lib/platform/http.ts';
import type { Caller } from './caller.ts';
import { firstAllowed } from './first-allowed.ts';
import { mayDo } from './permissions.ts';
import type { Verb } from './verb.ts';

type Params = Readonly<Record<string, string>>;

type Incoming<Body> = { request: Request; params: Params; query: Params; body: Body };

type Handler = (request: Request, context: Context) => Promise<Response>;

type Options<Value, Body> = {
  /** Parses the body, after authentication and permission. */
  body?: (request: Request) => Promise<Result<Body>>;
  /** A credential beside the cookies. When it is in the body, the body is parsed first. */
  token?: (incoming: Incoming<Body>) => string | undefined;
  /** The verb's input; default: the path parameters. */
  input?: (incoming: Incoming<Body>) => unknown;
  /** Default: the value as JSON. */
  respond?: (value: Value, incoming: Incoming<Body>) => Response;
  /** Default: a problem document. */
  refuse?: (request: Request, refusal: Refusal, params: Params) => Response;
  /** Requests of another kind at the same address, and the route for them. */
  aside?: { isFor: (request: Request) => boolean; route: Handler };
  /** Runs before a cross-site request is refused. */
  onCrossSite?: (request: Request) => Promise<void>;
};

/** Next passes `undefined` for paths without parameters. */
type Context = { params: Promise<Params | undefined> };

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** The only way to make an authenticated route. Order: origin, session, permission, body, input. */
export function route<Value, Code extends ErrorCode, Body = undefined>(
  caller: Caller,
  verb: Verb<Value, Code>,
  options: Options<Value, Body> = {},
): Handler {
  const { input = ({ params }) => params } = options;
  const respond = options.respond ?? ((value: Value) => json(value));
  // safe: without a reader the type of the body is undefined
  const readBody = options.body ?? (async () => ok(undefined as Body));
  return withProblems(async (request, context) => {
    if (options.aside?.isFor(request)) return options.aside.route(request, context);
    const params = (await context.params) ?? {};
    const refused = (refusal: Refusal) => {
      if (refusal.code === 'step_up.required' && isNavigation(request)) return askToStepUp(request);
      return options.refuse?.(request, refusal, params) ?? problem(request, refusal);
    };
    if (caller.byCookie && !READING.includes(request.method) && isCrossSite(request)) {
      await options.onCrossSite?.(request);
      return refused(refuse('request.cross_site'));
    }
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const partly = { request, params, query };
    let body = options.token ? await readBody(request) : null;
    if (body && !body.ok) return problem(request, body);
    const found = await caller.identify(
      request.headers,
      body ? options.token?.({ ...partly, body: body.value }) : undefined,
    );
    if (!found.ok) return refused(found);
    const actors = found.value;
    if (actors.length === 0) return refused(refuse('session.required'));
    if (!actors.some(({ role }) => mayDo(role, verb.permission))) {
      return refused(refuse('permission.denied'));
    }
    body ??= await readBody(request);
    if (!body.ok) return problem(request, body);
    const incoming = { ...partly, body: body.value };
    const result = await firstAllowed(actors, verb, input(incoming));
    return result.ok ? respond(result.value, incoming) : refused(result);
  });
}

/** A link to a file: the page that asks leads back to it. */
function askToStepUp({ url }: Request): Response {
  const { pathname, search } = new URL(url);
  return seeOther(`/admin/step-up?${new URLSearchParams({ to: pathname + search })}`);
}

/** A public route, without authentication. */
export const openRoute = withProblems;
