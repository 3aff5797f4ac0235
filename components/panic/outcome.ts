import type { Sending } from '#lib/panic/core/schema.ts';
import type { PressProblem } from '#lib/vocabulary.ts';

/** Where the person tracks the callout: a page of ours, or AURA's own. */
export type OpenTracking = { as: 'page'; href: string } | { as: 'redirect'; url: string };

/**
 * The state of a press after it was sent.
 * - `delivered`: AURA has it and gave an id.
 * - `recorded`: we have it, AURA has not, as far as is known; `sending` says whether we keep trying (null: not known).
 *   `isAfterSafe`: it came after *I am safe*, so it is not shown what became of it.
 * - `held`: we have it, and it is sent at the end of its grace unless it is withdrawn before.
 * - `expired`: AURA could not be reached for so long that we stopped trying. `withdrawn`: the person withdrew it.
 * - `practised`: it was practice, and was not sent.
 * - `rejected`: AURA refused it. `refused`: we did, before AURA was asked. No help comes; `message` is for the person.
 */
export type RaiseOutcome =
  | { kind: 'delivered'; calloutId: string; openTracking: OpenTracking }
  | {
      kind: 'recorded';
      problem: PressProblem | null;
      sending: Sending | null;
      isTakenBack: boolean;
      isAfterSafe?: true;
    }
  | { kind: 'held' }
  | { kind: 'expired' }
  | { kind: 'withdrawn' }
  | { kind: 'practised' }
  | { kind: 'rejected'; message: string }
  | { kind: 'refused'; message: string; code: string };
