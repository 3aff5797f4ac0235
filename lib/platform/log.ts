import { type Logger, pino } from 'pino';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Not server-only on purpose: server.ts logs by it before Next is there.

// Names that must never carry their value into a line, wherever they are nested two levels deep.
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

const MOST_CAUSES = 3;

/**
 * An error without what it may carry: a database or HTTP error repeats parameters, headers and bodies in
 * its message, so only its class, code and stack frames are kept. The code is not called
 * `code`, since a one-time code would be.
 */
export function describeError(error: unknown, causes = MOST_CAUSES): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { errorCode: code } : {}),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: describeError(error.cause, causes - 1) }),
    stack: framesOf(error),
  };
}

// The message stands before the frames, and a line of it may look like one.
function framesOf({ stack = '', message }: Error): string {
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  const frames = afterMessage.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return frames.slice(0, 12).join('\n');
}

/**
 * Makes the console say of an error what the log says of it. Next prints each error that reaches it as it is,
 * and one of the database repeats the mobile that was asked for.
 */
export function sendConsoleToLog(output: Pick<Console, 'error' | 'warn'> = console): void {
  output.error = (...printed: unknown[]) => log.error({ printed: printed.map(withoutMessage) }, 'printed');
  output.warn = (...printed: unknown[]) => log.warn({ printed: printed.map(withoutMessage) }, 'printed');
}

// Of a text that a library prints only its beginning is its own words.
function withoutMessage(printed: unknown): unknown {
  return typeof printed === 'string' ? printed.split(/[:\n]/, 1)[0] : describeError(printed);
}
