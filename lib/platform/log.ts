import { type Logger, pino } from 'pino';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Not server-only: server.ts logs before Next is loaded.

// Redacted keys, up to two levels deep.
const SECRET_KEYS = [
  'authorization',
  'cookie',
  'code',
  'mobile',
  'name',
  'surname',
  'email',
  'password',
  'token',
  'accessToken',
  'clientSecret',
  'trackingUrl',
  'url',
  'latitude',
  'longitude',
];

/** One line of JSON per event on stdout. Log ids and codes; never a person, a position or a secret. */
export const log: Logger = processSingleton('log', () =>
  pino({
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[hidden]',
    },
    serializers: { err: (error) => describeError(error) },
  }),
);

const MAX_CAUSES = 3;

/**
 * An error's class, code and frames: messages of database and HTTP errors contain parameters, headers and bodies.
 * Not under the key `code`, which is redacted.
 */
export function describeError(error: unknown, causes = MAX_CAUSES): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { errorCode: code } : {}),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: describeError(error.cause, causes - 1) }),
    stack: framesOf(error),
  };
}

// Message lines come before the frames and may look like one.
function framesOf({ stack = '', message }: Error): string {
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  const frames = afterMessage.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return frames.slice(0, 12).join('\n');
}

type Output = Pick<Console, 'error' | 'warn' | 'info' | 'log' | 'debug'>;

/**
 * Redirects what libraries print to the log, so that each line is JSON: Next prints errors whole, and a database error
 * contains its parameters.
 */
export function sendConsoleToLog(output: Output = console): void {
  const to = (level: 'error' | 'warn' | 'info' | 'debug') => {
    return (...printed: unknown[]) => {
      const at = level === 'error' && printed.some(isExpected) ? 'info' : level;
      log[at]({ printed: printed.map(withoutMessage) }, 'printed');
    };
  };
  output.error = to('error');
  output.warn = to('warn');
  output.info = to('info');
  output.log = to('info');
  output.debug = to('debug');
}

/** What Next throws to redirect or to answer 404 and the like, and an action of an earlier build, which has a fallback. */
const EXPECTED_DIGEST = /^NEXT_(REDIRECT|NOT_FOUND|HTTP_ERROR_FALLBACK)\b/;
const EXPECTED_TEXT = /^(Error: )?Failed to find Server Action\b/;

/** Whether an error is an answer rather than a fault. */
export function isExpected(error: unknown): boolean {
  if (typeof error === 'string') return EXPECTED_TEXT.test(error);
  if (!(error instanceof Error)) return false;
  const digest = 'digest' in error && typeof error.digest === 'string' ? error.digest : '';
  return EXPECTED_DIGEST.test(digest) || EXPECTED_TEXT.test(error.message);
}

function withoutMessage(printed: unknown): unknown {
  return typeof printed === 'string' ? printed.split(/[:\n]/, 1)[0] : describeError(printed);
}
