import 'server-only';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { type Result, refuse } from '#lib/errors/result.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { isCrossSite } from '#lib/platform/http.ts';
import type { Caller } from './caller.ts';
import { firstAllowed } from './first-allowed.ts';
import { refreshPage, requestHeaders } from './next-adapter.ts';
import type { Verb } from './verb.ts';

type ActionContext = {
  /** Runs a verb as the caller: permission first, input second. */
  run: <Value, Code extends ErrorCode>(verb: Verb<Value, Code>, input: unknown) => Promise<Result<Value>>;
  headers: Headers;
  userAgent: string;
};

type Options<Args extends unknown[]> = {
  /** A credential beside the cookies. */
  token?: (...args: Args) => string | undefined;
  /** Skips our origin check: it must never refuse a press. Next's own check remains. */
  fromAnywhere?: boolean;
};

/** The only way to make a server action. `run` refuses cross-site requests and runs verbs as the caller. */
export function action<Args extends unknown[], Answer>(
  caller: Caller,
  handle: (context: ActionContext, ...args: Args) => Promise<Answer>,
  options: Options<Args> = {},
): (...args: Args) => Promise<Answer> {
  return async (...args) => {
    const headers = await requestHeaders();
    const run: ActionContext['run'] = async (verb, input) => {
      if (!options.fromAnywhere && isCrossSite({ headers })) return refuse('request.cross_site');
      const found = await caller.identify(headers, options.token?.(...args));
      return found.ok ? firstAllowed(found.value, verb, input) : found;
    };
    return handle({ run, headers, userAgent: headers.get('user-agent') ?? '' }, ...args);
  };
}

/** For forms: gets the text fields and the previous state. */
export function formAction<Shown, State = Shown>(
  caller: Caller,
  handle: (
    context: ActionContext & { fields: ReturnType<typeof textFields> },
    shown: Shown,
  ) => Promise<State>,
): (shown: Shown, data: FormData) => Promise<State> {
  return action(caller, (context, shown: Shown, data: FormData) =>
    handle({ ...context, fields: textFields(data) }, shown),
  );
}

/** A form whose fields are one verb's input; refreshes the page when it succeeds. */
export function changeAction<Code extends ErrorCode>(caller: Caller, verb: Verb<null, Code>) {
  return formAction<Result<null> | null>(caller, async ({ run, fields }) => {
    const changed = await run(verb, fields);
    if (changed.ok) refreshPage();
    return changed;
  });
}
