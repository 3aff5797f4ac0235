import type { Random } from '../chaos/random.ts';
import type { SeedPerson } from './people.ts';
import type * as shapes from './shapes.ts';
import type { RowOf } from './shapes.ts';

export type Batch = {
  readonly callouts: RowOf<typeof shapes.callouts>[];
  readonly facts: RowOf<typeof shapes.facts>[];
  readonly presses: RowOf<typeof shapes.presses>[];
  readonly cancellations: RowOf<typeof shapes.cancellations>[];
  readonly messages: RowOf<typeof shapes.messages>[];
  readonly streams: RowOf<typeof shapes.streams>[];
  readonly notes: RowOf<typeof shapes.notes>[];
  readonly ratings: RowOf<typeof shapes.ratings>[];
  readonly outcomes: RowOf<typeof shapes.outcomes>[];
  readonly marks: RowOf<typeof shapes.marks>[];
  readonly auditLines: RowOf<typeof shapes.auditLines>[];
};

export function emptyBatch(): Batch {
  return {
    callouts: [],
    facts: [],
    presses: [],
    cancellations: [],
    messages: [],
    streams: [],
    notes: [],
    ratings: [],
    outcomes: [],
    marks: [],
    auditLines: [],
  };
}

export type Given = {
  readonly random: Random;
  readonly calloutId: number;
  readonly person: SeedPerson;
  readonly raisedAt: number;
  /** Latest timestamp. */
  readonly until: number;
  readonly operatorIds: readonly [string, ...string[]];
};
