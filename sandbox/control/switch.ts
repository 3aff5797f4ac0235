import type { OperationId } from '#lib/aura/contract/operations.ts';

/** Something that AURA leaves undocumented; the first position is the likelier one. */
export type Switch = {
  doubt: string;
  positions: readonly [string, string, ...string[]];
  /** The operations concerned. */
  of: readonly OperationId[];
};
