export type CheckResult = {
  /** What was checked, in a few words. */
  readonly summary: string;
  /** One line each; empty on success. */
  readonly problems: readonly string[];
};
