import { z } from 'zod';

// The public variables of the README, as text from outside becomes typed settings.
// Not server-only on purpose: the supervisor checks the user's environment before anything runs.

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const httpUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'must be an http(s) URL')
  .transform((text) => text.replace(/\/+$/, ''));

const secureUrl = httpUrl.refine((text) => {
  const url = new URL(text);
  return url.protocol === 'https:' || LOOPBACK.has(url.hostname);
}, 'must be https unless the host is loopback');

const port = z.coerce.number('must be a port number').int().min(1).max(65_535);
const positiveId = z.coerce.number('must be a number').int().positive();

const commaList = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item).min(1, 'must name at least one'));

const trackingHost = z
  .string()
  .regex(/^(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i, 'must be host, host:port or *.host, comma-separated')
  .transform((host) => host.toLowerCase());

export const environmentShape = {
  AURA_BASE_URL: secureUrl.optional(),
  AURA_CLIENT_ID: z.string().optional(),
  AURA_CLIENT_SECRET: z.string().optional(),
  AURA_WEBHOOK_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  AURA_RESPONSE_TYPE_ID: positiveId.optional(),
  AURA_SUBSCRIPTION_TYPE_ID: positiveId.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must be a postgres:// URL')
    .optional(),
  PORT: port.default(3000),
  APP_URL: secureUrl.optional(),
  SANDBOX_PORT: port.default(4010),
  SECRET_KEY: z
    .string()
    .refine((text) => Buffer.byteLength(text) >= 32, 'must be at least 32 bytes')
    .optional(),
  TRACKING_MODE: z.enum(['auto', 'embed', 'redirect'], 'must be auto, embed or redirect').default('auto'),
  /** Whether AURA's page, inside ours, may ask the browser for the position. */
  TRACKING_GEOLOCATION: z.enum(['on', 'off'], 'must be on or off').default('off'),
  TRACKING_HOSTS: commaList(trackingHost).optional(),
  /** A MapLibre style; unset, maps draw the outlines that come with the app. */
  MAP_STYLE_URL: secureUrl.optional(),
  SMS_WEBHOOK_URL: secureUrl.optional(),
  SMS_WEBHOOK_TOKEN: z.string().optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'must be at least 12 characters').optional(),
  ADMIN_SECOND_FACTOR: z.enum(['required', 'optional'], 'must be required or optional').optional(),
  EMERGENCY_NUMBERS: commaList(
    z.string().regex(/^\+?[0-9 ]{2,20}$/, 'must be phone numbers, comma-separated'),
  ).default(['112', '10111']),
  PRESS_EXPIRY_MINUTES: z.coerce
    .number('must be a number')
    .min(1)
    .max(24 * 60)
    .default(10),
  /** Calls to AURA that following open callouts may make: what AURA’s advice, each every 5 s, allows for fifty. */
  AURA_READS_PER_MINUTE: z.coerce.number('must be a number').int().min(30).max(100_000).default(600),
  /** Whoever sends it as a bearer reads GET /api/metrics. */
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  /** How long AURA may have a callout without a responder on the way before operators are told. */
  NO_RESPONDER_MINUTES: z.coerce.number('must be a number').min(1).max(60).default(2),
  /** Others are told of what needs a human when no operator has taken it up for so long. */
  ESCALATE_AFTER_MINUTES: z.coerce.number('must be a number').min(1).max(60).default(3),
  ESCALATION_MOBILES: commaList(
    z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be mobiles such as +27821234567, comma-separated'),
  ).optional(),
  ESCALATION_EMAILS: commaList(z.email('must be e-mail addresses, comma-separated')).optional(),
  SMTP_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol),
      'must be smtp(s)://host',
    )
    .optional(),
  MAIL_FROM: z.email('must be an e-mail address').optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** How many proxies of ours stand in front and add to X-Forwarded-For; 0 trusts the socket alone. */
  TRUSTED_PROXY_HOPS: z.coerce.number('must be a number').int().min(0).max(10).default(0),
  /** Where this machine keeps what must survive without the database. */
  VIGIL_DATA_DIR: z.string().default('.data'),
  /** Set by the supervisor: the name of the build, made from its sources. */
  NEXT_DEPLOYMENT_ID: z.string().optional(),
  /** Set by the supervisor when it runs the sandbox; its absence beside AURA_BASE_URL means *live*. */
  SANDBOX_URL: secureUrl.optional(),
};

const REQUIRED_LIVE = ['AURA_CLIENT_ID', 'AURA_CLIENT_SECRET', 'SECRET_KEY', 'SMS_WEBHOOK_URL'] as const;

/** Every variable with its defaults; a problem names its variable in `path`. */
export const environmentSchema = z.object(environmentShape).superRefine((env, context) => {
  const problem = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  if (env.AURA_BASE_URL && !env.SANDBOX_URL) {
    for (const name of REQUIRED_LIVE) {
      if (!env[name]) problem(name, 'must be set when AURA_BASE_URL is set');
    }
  }
  if (env.ADMIN_EMAIL && !env.ADMIN_PASSWORD) problem('ADMIN_PASSWORD', 'must be set with ADMIN_EMAIL');
  if (env.ADMIN_PASSWORD && !env.ADMIN_EMAIL) problem('ADMIN_EMAIL', 'must be set with ADMIN_PASSWORD');
  for (const name of ['SMTP_URL', 'MAIL_FROM'] as const) {
    if (env.ESCALATION_EMAILS && !env[name]) problem(name, 'must be set with ESCALATION_EMAILS');
  }
  if (env.PORT === env.SANDBOX_PORT) problem('SANDBOX_PORT', 'must differ from PORT');
});

/** Empty values count as unset, as in every shell script that blanks a variable. */
export function withoutEmpty(raw: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}

/** One line per bad value, each beginning with the variable's name; values are never repeated. */
export function problemsWith(raw: Record<string, string | undefined>): string[] {
  const parsed = environmentSchema.safeParse(withoutEmpty(raw));
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
}
