import { z } from 'zod';
import { skewSchema } from '#lib/platform/clock-skew.ts';
import { removals } from '#lib/vocabulary.ts';

/** Webhook path below the public origin. */
export const WEBHOOK_PATH = '/api/webhooks/aura';

/** Steps in order. `quickstart`: AURA's step, null for ours. `writes`: only after confirmation. */
export const doctorSteps = {
  authenticate: { name: 'Authenticate', quickstart: 1, writes: false },
  subscription_types: { name: 'List subscription types', quickstart: 2, writes: false },
  customer: { name: 'A customer with a subscription', quickstart: 2, writes: true },
  response_types: { name: 'List response types', quickstart: 3, writes: false },
  active_callouts: { name: 'List active callouts', quickstart: 3, writes: false },
  test_callout: { name: 'Create one TEST callout', quickstart: 3, writes: true },
  tracking_page: { name: 'Open the tracking page', quickstart: 4, writes: true },
  read_back: { name: 'Read a callout back', quickstart: 5, writes: false },
  cancel: { name: 'Cancel the TEST callout', quickstart: 5, writes: true },
  forget_customer: { name: 'Delete the doctor’s customer', quickstart: 5, writes: true },
  aura_clock: { name: 'AURA’s clock beside ours', quickstart: null, writes: false },
  database: { name: 'Database', quickstart: null, writes: false },
  worker: { name: 'Worker', quickstart: null, writes: false },
  webhooks: { name: 'Webhooks', quickstart: null, writes: false },
} as const satisfies Record<string, { name: string; quickstart: number | null; writes: boolean }>;

export type DoctorStep = keyof typeof doctorSteps;

// Safe because these are the keys that DoctorStep is made of.
export const doctorStepIds = Object.keys(doctorSteps) as [DoctorStep, ...DoctorStep[]];

/** Explanations and advice are in doctor-model.ts. */
export const doctorProblems = [
  'credentials_refused',
  'token_refused',
  'unreachable',
  'aura_error',
  'rate_limited',
  'not_there',
  'refused',
  'not_in_contract',
  'drift',
  'nothing_listed',
  'setting_not_listed',
  'customer_unknown',
  'number_taken',
  'no_subscription',
  'customer_busy',
  'busy_unknown',
  'existing_callout',
  'maybe_created',
  'read_as_real',
  'link_missing',
  'link_refused',
  'page_silent',
  'frame_refused',
  'frame_empty',
  'left_open',
  'left_behind',
  'clock_differs',
  'clock_far_off',
  'database_silent',
  'database_clock',
  'worker_silent',
  'jobs_late',
  'poller_unanswered',
  'never_registered',
  'other_address',
  'no_webhook_token',
  'defect',
] as const;

export type DoctorProblem = (typeof doctorProblems)[number];

export const findingSchema = z.object({
  step: z.enum(doctorStepIds),
  state: z.enum(['ok', 'warning', 'failed', 'not_run']),
  problem: z.enum(doctorProblems).nullable(),
  /** Null when it was not run. */
  ms: z.number().nullable(),
  /** The observation, or why the step was skipped. Never a secret or a capability URL. */
  seen: z.string(),
  advice: z.string().nullable(),
});

export type Finding = z.output<typeof findingSchema>;

export const readingDoctorInput = z.object({});

/** One TEST callout, for the given customer or a temporary one. */
export const writingDoctorInput = z.object({
  confirmed: z.literal(true, 'Confirm that one TEST callout may be made'),
  customerId: z.preprocess(
    (value) => (value === '' || value === null ? undefined : value),
    z.coerce
      .number('This is no customer number: it is a whole number')
      .int('This is no customer number: it is a whole number')
      .positive('This is no customer number: it is a whole number')
      .max(Number.MAX_SAFE_INTEGER, 'This is no customer number: it is too large')
      .optional(),
  ),
});

const instant = z.string();

const operationCalls = z.object({
  operation: z.string(),
  attempts: z.number(),
  /** Attempts without a usable answer. */
  failed: z.number(),
  outcomes: z.array(z.object({ outcome: z.string(), attempts: z.number() })),
  p50Ms: z.number(),
  p95Ms: z.number(),
  lastAt: instant,
});
export type OperationCalls = z.output<typeof operationCalls>;

const waiting = z.object({ count: z.number(), oldestAt: instant.nullable() });
export type Waiting = z.output<typeof waiting>;

export const integrationSchema = z.object({
  asOf: instant,
  aura: z.object({ host: z.string(), isSandbox: z.boolean() }),
  /** The answering instance's server token. */
  token: z.object({ heldSince: instant, expiresAt: instant }).nullable(),
  calls: z.array(operationCalls),
  recent: z.object({ attempts: z.number(), failed: z.number(), credentialsRefused: z.number() }),
  drift: z.array(
    z.object({
      operation: z.string(),
      name: z.string(),
      firstSeenAt: instant,
      lastSeenAt: instant,
      times: z.number(),
    }),
  ),
  webhooks: z.object({
    url: z.string(),
    registration: z
      .object({
        url: z.string(),
        events: z.array(z.string()),
        registeredAt: instant,
        by: z.string().nullable(),
      })
      .nullable(),
    lastDelivery: z.object({ at: instant, message: z.string().nullable() }).nullable(),
    /** Why webhooks cannot be registered; null when they can. */
    obstacle: z.enum(['not_https', 'no_token']).nullable(),
  }),
  poller: z.object({
    roundAt: instant.nullable(),
    everyMs: z.number(),
    isQuick: z.boolean(),
    failedRounds: z.number(),
    failedSince: instant.nullable(),
  }),
  queues: z.object({
    jobs: waiting,
    /** Jobs with five or more failures in a row. */
    failingJobs: z.number(),
    presses: waiting,
    webhookEvents: waiting,
    messages: waiting,
    cancellations: waiting,
    ratings: waiting,
  }),
  kept: z.object({
    removals: z.array(
      z.object({
        what: z.enum(removals),
        ranAt: instant,
        /** In the latest round. */
        removed: z.number(),
        removedAt: instant.nullable(),
        removedInAll: z.number(),
      }),
    ),
    /** Not erased here yet, and erased here without an answer of AURA's. */
    erasures: z.object({ here: waiting, atAura: waiting }),
  }),
  clocks: z.object({ aura: skewSchema.nullable(), database: skewSchema }),
  build: z.object({ id: z.string().nullable(), startedAt: instant }),
  database: z.object({ problems: z.array(z.string()), migrations: z.number() }),
  lastRun: z.object({ at: instant, by: z.string().nullable(), summary: z.string() }).nullable(),
});

export type Integration = z.output<typeof integrationSchema>;
