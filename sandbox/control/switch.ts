import type { OperationId } from '#lib/aura/contract/operations.ts';

/** Something that AURA's pages leave open, as positions of which the first is the likelier one. */
export type Switch = {
  doubt: string;
  positions: readonly [string, string, ...string[]];
  /** The rows of the contract that the doubt is about. */
  of: readonly OperationId[];
};
