export type CheckResult = {
  /** What was looked at, in a few words. */
  readonly summary: string;
  /** One line each; none when the check passes. */
  readonly problems: readonly string[];
};
