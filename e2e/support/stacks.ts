import { z } from 'zod';

const TRACKING_MODES = ['auto', 'redirect'] as const;

const stackSchema = z.object({
  url: z.url(),
  sandboxUrl: z.url(),
  admin: z.object({ email: z.email(), password: z.string() }),
});

/** A whole production stack that the run has started. */
export type Stack = z.infer<typeof stackSchema>;

const stacksSchema = z.record(z.enum(TRACKING_MODES), stackSchema);

export type Stacks = z.infer<typeof stacksSchema>;

// Playwright hands the environment of its global setup to every worker, and nothing else.
const VARIABLE = 'VIGIL_E2E_STACKS';

export function publishStacks(stacks: Stacks): void {
  process.env[VARIABLE] = JSON.stringify(stacks);
}

export function readStacks(): Stacks {
  return stacksSchema.parse(JSON.parse(process.env[VARIABLE] ?? 'null'));
}
