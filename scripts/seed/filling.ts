import type { Client } from 'pg';
import type { Random } from '../chaos/random.ts';
import type { AuraEndpoint } from './openings.ts';
import type { SeedPlan } from './plan.ts';

export type Surroundings = {
  readonly database: Client;
  /** Creates open callouts; null when none are wanted. */
  readonly aura: AuraEndpoint | null;
  /** Encryption with the app's key. */
  readonly sealBody: (body: string) => string;
  readonly sealTracking: (url: string) => string;
  readonly say: (line: string) => void;
};

/** Shared context of a run. */
export type Filling = Surroundings & {
  readonly plan: SeedPlan;
  readonly random: Random;
  readonly operatorIds: readonly [string, ...string[]];
  /** Number of existing persons. */
  readonly personNumber: (index: number) => number;
  readonly firstCallout: number;
  readonly nextShare: () => number;
};
