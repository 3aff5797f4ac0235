import { z } from 'zod';

/** The stacks of a run, by what is special about them, with the settings that make it so. */
export const STACKS = {
  plain: {
    TRACKING_MODE: 'auto',
    SMS_PRESS_NUMBER: '+27820009911',
    SMS_IN_TOKEN: 'the-gateway-of-the-journeys',
  },
  redirecting: { TRACKING_MODE: 'redirect' },
  /** For the one file that makes AURA fail, so that its faults meet nobody else's journey. */
  troubled: { TRACKING_MODE: 'auto' },
} as const;

export type StackName = keyof typeof STACKS;

const stackSchema = z.object({
  url: z.url(),
  sandboxUrl: z.url(),
  admin: z.object({ email: z.email(), password: z.string() }),
  aura: z.object({ clientId: z.string(), clientSecret: z.string() }),
});

/** A whole production stack that the run has started. */
export type Stack = z.infer<typeof stackSchema>;

const stacksSchema = z.object({ plain: stackSchema, redirecting: stackSchema, troubled: stackSchema });

// Playwright hands the environment of its global setup to every worker, and nothing else.
const VARIABLE = 'VIGIL_E2E_STACKS';

export function publishStacks(stacks: Readonly<Record<StackName, Stack>>): void {
  process.env[VARIABLE] = JSON.stringify(stacks);
}

export function readStack(name: StackName): Stack {
  return stacksSchema.parse(JSON.parse(process.env[VARIABLE] ?? 'null'))[name];
}
