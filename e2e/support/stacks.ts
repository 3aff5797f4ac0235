import { z } from 'zod';

/** Named stacks of a run, with their settings. */
export const STACKS = {
  plain: {
    TRACKING_MODE: 'auto',
    SMS_PRESS_NUMBER: '+27820009911',
    SMS_IN_TOKEN: 'the-gateway-of-the-journeys',
  },
  redirecting: { TRACKING_MODE: 'redirect' },
  /** For the file that injects faults, so that other journeys are not affected. */
  troubled: { TRACKING_MODE: 'auto' },
} as const;

export type StackName = keyof typeof STACKS;

const stackSchema = z.object({
  url: z.url(),
  sandboxUrl: z.url(),
  admin: z.object({ email: z.email(), password: z.string() }),
  aura: z.object({ clientId: z.string(), clientSecret: z.string() }),
});

/** A running production stack. */
export type Stack = z.infer<typeof stackSchema>;

const stacksSchema = z.object({ plain: stackSchema, redirecting: stackSchema, troubled: stackSchema });

// The environment is Playwright's only channel from global setup to workers.
const VARIABLE = 'VIGIL_E2E_STACKS';

export function publishStacks(stacks: Readonly<Record<StackName, Stack>>): void {
  process.env[VARIABLE] = JSON.stringify(stacks);
}

export function readStack(name: StackName): Stack {
  return stacksSchema.parse(JSON.parse(process.env[VARIABLE] ?? 'null'))[name];
}
