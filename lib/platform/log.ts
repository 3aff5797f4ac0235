import 'server-only';
import { type Logger, pino } from 'pino';
import { onceGlobally } from '#lib/platform/once-globally.ts';

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
export const log: Logger = onceGlobally('log', () =>
  pino({
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[hidden]',
    },
    serializers: { err: describeError },
  }),
);

/**
 * An error without what it may carry: a database or HTTP error repeats parameters, headers and bodies in
 * its message, so only its class, code and stack frames are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
    stack: frames.slice(0, 12).join('\n'),
  };
}
