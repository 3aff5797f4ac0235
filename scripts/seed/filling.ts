import type { Client } from 'pg';
import type { Random } from '../chaos/random.ts';
import type { AuraDoor } from './openings.ts';
import type { SeedPlan } from './plan.ts';

export type Surroundings = {
  readonly database: Client;
  /** Where open callouts are made; null when none are wanted. */
  readonly aura: AuraDoor | null;
  /** The app's own seals, which need its key. */
  readonly sealBody: (body: string) => string;
  readonly sealTracking: (url: string) => string;
  readonly say: (line: string) => void;
};

/** What the parts of one filling share. */
export type Filling = Surroundings & {
  readonly plan: SeedPlan;
  readonly random: Random;
  readonly operatorIds: readonly [string, ...string[]];
  /** How many persons there are already, ours among them. */
  readonly personNumber: (index: number) => number;
  readonly firstCallout: number;
  readonly nextShare: () => number;
};
