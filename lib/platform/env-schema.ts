import { z } from 'zod';
import { brandSettings } from '#lib/platform/brand-settings.ts';
import { codeSettings } from '#lib/platform/code-settings.ts';
import { edgeSettings, hasOwnHost } from '#lib/platform/edge-settings.ts';
import {
  commaList,
  databaseUrl,
  port,
  positiveId,
  secureUrl,
  trackingHost,
  upTo,
} from '#lib/platform/env-fields.ts';
import { escalationTiers, isEmail, MOBILE } from '#lib/platform/escalation-tiers.ts';
import { leaveSettings } from '#lib/platform/leave-settings.ts';
import { checkOidc, oidcSettings } from '#lib/platform/oidc-settings.ts';
import { retentionSettings } from '#lib/platform/retention-settings.ts';
import { textSettings } from '#lib/platform/text-settings.ts';
import { traceSettings } from '#lib/platform/trace-settings.ts';

// Parses the public variables of the README. Those with a description appear in .env.example (scripts/env-example.ts).
// Not server-only: the supervisor checks the environment before anything runs.

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'fatal'] as const;

export const environmentShape = {
  AURA_BASE_URL: secureUrl
    .optional()
    .describe(
      "AURA's Panic API up to and including /v2; https unless the host is loopback. Unset: the sandbox is started and used",
    ),
  AURA_CLIENT_ID: z
    .string()
    .optional()
    .describe("Server credentials from AURA's portal. Unset: the sandbox's"),
  AURA_CLIENT_SECRET: z.string().optional().describe('Goes with AURA_CLIENT_ID'),
  AURA_WEBHOOK_TOKEN: z
    .string()
    .min(16, 'must be at least 16 characters')
    .optional()
    .describe(
      "Webhook deliveries must carry 'authorization: Bearer <it>'; at least 16 characters. Unset: every delivery is refused",
    ),
  AURA_RESPONSE_TYPE_ID: positiveId
    .optional()
    .describe('Response type where the person does not choose. Unset: the first that AURA lists'),
  AURA_SUBSCRIPTION_TYPE_ID: positiveId
    .optional()
    .describe('Subscription type where the person does not choose. Unset: the first that AURA lists'),
  DATABASE_URL: databaseUrl
    .optional()
    .describe('PostgreSQL. Unset: an embedded database in the data directory'),
  DATABASE_DIRECT_URL: databaseUrl
    .optional()
    .describe(
      'The same database past a pooler, for LISTEN, locks that last, and migrations. Unset: DATABASE_URL',
    ),
  PORT: port.default(3000).describe('Port of the app'),
  APP_URL: secureUrl
    .optional()
    .describe("Public origin; operators' passkeys are bound to its host. Unset: http://localhost:PORT"),
  SANDBOX_PORT: port.default(4010).describe('Port of the sandbox on 127.0.0.1'),
  SECRET_KEY: commaList(
    z
      .string()
      .refine((text) => Buffer.byteLength(text) >= 32, 'must be at least 32 bytes, each key of a list'),
  )
    .optional()
    .describe(
      'Signs sessions and seals columns; at least 32 bytes. To change it: a list, comma-separated, newest first. Unset: generated with the sandbox, refused without',
    ),
  TRACKING_MODE: z
    .enum(['auto', 'embed', 'redirect'], 'must be auto, embed or redirect')
    .default('auto')
    .describe("auto (a frame if AURA's page allows it, else a link), embed or redirect"),
  TRACKING_GEOLOCATION: z
    .enum(['on', 'off'], 'must be on or off')
    .default('off')
    .describe("on: AURA's page inside ours may ask the browser for the position"),
  TRACKING_HOSTS: commaList(trackingHost)
    .optional()
    .describe(
      'Hosts of tracking pages, comma-separated: host, host:port, *.host. Unset: *.aura.services and the sandbox',
    ),
  MAP_STYLE_URL: secureUrl
    .optional()
    .describe(
      'A MapLibre style. Unset: that of MAP_PMTILES, or outlines of countries that come with the app',
    ),
  MAP_PMTILES: z
    .string()
    .refine(
      (text) => text.startsWith('/') || secureUrl.safeParse(text).success,
      'must be an absolute path or an https URL',
    )
    .optional()
    .describe(
      "A PMTiles file with Protomaps' basemap or raster tiles: an absolute path, or an https URL that answers range requests. Unset: no tiles of our own",
    ),
  SMS_WEBHOOK_URL: secureUrl
    .optional()
    .describe(`Text messages are POSTed here as {"to","body"}. Unset: the sandbox's inbox`),
  SMS_WEBHOOK_TOKEN: z.string().optional().describe('Bearer sent to SMS_WEBHOOK_URL'),
  SMS_STATUS_TOKEN: z
    .string()
    .min(16, 'must be at least 16 characters')
    .optional()
    .describe(
      "The gateway reports deliveries of escalation texts to /api/webhooks/sms with 'authorization: Bearer <it>'; at least 16 characters. Unset: all are refused",
    ),
  SMS_FALLBACK_WEBHOOK_URL: secureUrl
    .optional()
    .describe('Second route of escalation texts, POSTed as {"to","body"}. Unset: none'),
  SMS_PRESS_NUMBER: z
    .string()
    .regex(/^\+?\d{3,15}$/, 'must be a number such as +27821234567 or 31234')
    .optional()
    .describe('Number that takes presses by text message. Unset: the page does not offer it'),
  SMS_IN_TOKEN: z
    .string()
    .min(16, 'must be at least 16 characters')
    .optional()
    .describe(
      "Texts to SMS_PRESS_NUMBER are POSTed to /api/webhooks/sms-in with 'authorization: Bearer <it>'; at least 16 characters. Unset: all are refused",
    ),
  ...codeSettings,
  ADMIN_EMAIL: z
    .email('must be an e-mail address')
    .optional()
    .describe('First admin, created at start when there is none'),
  ADMIN_PASSWORD: z
    .string()
    .min(12, 'must be at least 12 characters')
    .optional()
    .describe('Goes with ADMIN_EMAIL; at least 12 characters'),
  ADMIN_SECOND_FACTOR: z
    .enum(['required', 'optional'], 'must be required or optional')
    .optional()
    .describe('required or optional for operators and admins. Unset: required live only'),
  OPERATOR_SESSION_HOURS: upTo(720)
    .default(12)
    .describe("An operator's session ends this long after the sign-in"),
  VIEWER_SESSION_HOURS: upTo(720)
    .optional()
    .describe("The same for a viewer's, as that of a wall screen. Unset: OPERATOR_SESSION_HOURS"),
  ...oidcSettings,
  EMERGENCY_NUMBERS: commaList(
    z.string().regex(/^\+?[0-9 ]{2,20}$/, 'must be phone numbers, comma-separated'),
  )
    .default(['112', '10111'])
    .describe('Shown while a press is not with AURA, comma-separated'),
  CONTROL_ROOM_NUMBER: z
    .string()
    .regex(/^\+?[0-9 ]{2,20}$/, 'must be a phone number')
    .optional()
    .describe('Shown beside the emergency numbers. Unset: not shown'),
  ...brandSettings,
  ...leaveSettings,
  PRESS_EXPIRY_MINUTES: upTo(24 * 60)
    .default(10)
    .describe('A press older than this is never sent by itself'),
  AURA_READS_PER_MINUTE: z.coerce
    .number('must be a number')
    .int()
    .min(30)
    .max(100_000)
    .default(600)
    .describe(
      "Calls to AURA that following open callouts may make, for the whole deployment: what AURA's advice, each every 5 s, allows for fifty",
    ),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must be at least 16 characters')
    .optional()
    .describe('Bearer for GET /api/metrics; at least 16 characters. Unset: 401 for everyone'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)
    .default('info')
    .describe(`The least that is logged: ${LOG_LEVELS.join(', ')}`),
  WORKER_METRICS_PORT: port
    .optional()
    .describe(
      'Port on which the worker serves its own metrics at /api/metrics, with METRICS_TOKEN. Unset: nowhere',
    ),
  ...traceSettings,
  NO_RESPONDER_MINUTES: upTo(60)
    .default(2)
    .describe('A callout without a responder for this long raises an alert'),
  ACKNOWLEDGE_MINUTES: upTo(120)
    .default(10)
    .describe('An acknowledgement after which an operator does nothing lapses after this'),
  ESCALATE_AFTER_MINUTES: upTo(60)
    .default(3)
    .describe('An alert that no operator acknowledges is escalated after this'),
  ESCALATION_MOBILES: commaList(
    z.string().regex(MOBILE, 'must be mobiles such as +27821234567, comma-separated'),
  )
    .optional()
    .describe('Mobiles in E.164 that escalations are sent to, comma-separated'),
  ESCALATION_EMAILS: commaList(z.email('must be e-mail addresses, comma-separated'))
    .optional()
    .describe('E-mail addresses that escalations are sent to, comma-separated; needs SMTP_URL and MAIL_FROM'),
  ESCALATION_TIERS: escalationTiers
    .optional()
    .describe(
      'Instead of the three above, who is notified after how many minutes: 3: +27821234567, duty@example.org; 8: +27829876543. A tier that reaches nobody brings the next one forward; the last is repeated',
    ),
  SMTP_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol),
      'must be smtp(s)://host',
    )
    .optional()
    .describe('smtp:// or smtps:// with user and password'),
  MAIL_FROM: z.email('must be an e-mail address').optional().describe('Sender of escalation e-mails'),
  HEARTBEAT_URL: secureUrl
    .optional()
    .describe(
      'A monitor that alarms when it is not called: the worker GETs it every 30 s while database, poller, deliveries and escalation make progress. Unset: nothing is called',
    ),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  ...edgeSettings,
  VIGIL_DATA_DIR: z
    .string()
    .default('.data')
    .describe('Where this machine keeps what must survive without the database'),
  ...retentionSettings,
  ...textSettings,
  /** Set by the supervisor: the build's name, derived from its sources. */
  NEXT_DEPLOYMENT_ID: z.string().optional(),
  /** Set by the supervisor when it runs the sandbox; otherwise the app is *live*. */
  SANDBOX_URL: secureUrl.optional(),
};

const REQUIRED_LIVE = ['AURA_CLIENT_ID', 'AURA_CLIENT_SECRET', 'SECRET_KEY', 'SMS_WEBHOOK_URL'] as const;

export const environmentSchema = z.object(environmentShape).superRefine((env, context) => {
  const problem = (name: string, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message });
  if (env.AURA_BASE_URL && !env.SANDBOX_URL) {
    for (const name of REQUIRED_LIVE) {
      if (!env[name]) problem(name, 'must be set when AURA_BASE_URL is set');
    }
  }
  if (env.DATABASE_DIRECT_URL && !env.DATABASE_URL)
    problem('DATABASE_URL', 'must be set with DATABASE_DIRECT_URL');
  if (env.ADMIN_EMAIL && !env.ADMIN_PASSWORD) problem('ADMIN_PASSWORD', 'must be set with ADMIN_EMAIL');
  if (env.ADMIN_PASSWORD && !env.ADMIN_EMAIL) problem('ADMIN_EMAIL', 'must be set with ADMIN_PASSWORD');
  checkOidc(env, problem);
  const byTiers = env.ESCALATION_TIERS?.some(({ recipients }) => recipients.some(isEmail));
  for (const name of ['SMTP_URL', 'MAIL_FROM'] as const) {
    if (env.ESCALATION_EMAILS && !env[name]) problem(name, 'must be set with ESCALATION_EMAILS');
    else if (byTiers && !env[name]) problem(name, 'must be set when ESCALATION_TIERS has an e-mail address');
  }
  for (const name of ['ESCALATION_MOBILES', 'ESCALATION_EMAILS'] as const) {
    if (env.ESCALATION_TIERS && env[name]) problem(name, 'must not be set with ESCALATION_TIERS');
  }
  if (hasOwnHost(env.TRACKING_HOSTS ?? [], env.APP_URL ?? `http://localhost:${env.PORT}`)) {
    problem('TRACKING_HOSTS', 'must not name the host of APP_URL');
  }
  if (env.PORT === env.SANDBOX_PORT) problem('SANDBOX_PORT', 'must differ from PORT');
  if (env.WORKER_METRICS_PORT === env.PORT) problem('WORKER_METRICS_PORT', 'must differ from PORT');
});

/** Empty values count as unset. */
export function withoutEmpty(raw: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}

/** One line per bad value, each beginning with the variable's name, never with the value. */
export function problemsWith(raw: Record<string, string | undefined>): string[] {
  const parsed = environmentSchema.safeParse(withoutEmpty(raw));
  return parsed.success ? [] : problemLines(parsed.error);
}

/** The same for what was set by hand: that the sandbox runs is for `npm start` to say, and would make a real AURA count as it. */
export function problemsWithOwn(raw: Record<string, string | undefined>): string[] {
  const { AURA_BASE_URL, SANDBOX_URL } = withoutEmpty(raw);
  const both = AURA_BASE_URL && SANDBOX_URL;
  return [
    ...problemsWith(raw),
    ...(both ? ['SANDBOX_URL: must not be set with AURA_BASE_URL; npm start sets it for its sandbox'] : []),
  ];
}

export function problemLines({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
}
