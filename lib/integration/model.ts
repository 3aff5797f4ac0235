import type { Finding, Integration } from '#lib/integration/schema.ts';
import type { Skew } from '#lib/platform/clock-skew.ts';

// Rules that locate a fault: AURA's or ours. `asOf` of the facts is the present.

export type Verdict = {
  blame: 'nobody' | 'aura' | 'us' | 'both' | 'unknown';
  sentence: string;
};

export const RECENT_MINUTES = 10;

/** Failure rate that retries no longer hide. */
const BAD_SHARE = 0.2;
const LATE_MS = 60_000;

/** A larger clock skew shifts the expiry of tokens and subscriptions. */
export const CLOCK_DIFFERS_MS = 5_000;
export const CLOCK_FAR_OFF_MS = 60_000;

/** Lower bound of the skew's absolute value. */
export function certainSkewMs({ leastMs, mostMs }: Pick<Skew, 'leastMs' | 'mostMs'>): number {
  return Math.max(0, leastMs, -mostMs);
}

/** A poller this long overdue is not running. */
export function isPollerSilent({ poller, asOf }: Pick<Integration, 'poller' | 'asOf'>): boolean {
  if (poller.roundAt === null) return true;
  return Date.parse(asOf) - Date.parse(poller.roundAt) > 3 * poller.everyMs + 10_000;
}

/** Overdue by more than a minute. */
export function isLate({ oldestAt }: { oldestAt: string | null }, asOf: string): boolean {
  return oldestAt !== null && Date.parse(asOf) - Date.parse(oldestAt) > LATE_MS;
}

/** One sentence with the most likely cause. */
export function verdictOf(facts: Integration): Verdict {
  const ours = faultsOfOurs(facts);
  const theirs = faultsOfTheirs(facts);
  if (ours.length > 0 && theirs.length > 0) {
    return { blame: 'both', sentence: `It is both. Ours: ${ours.join('; ')}. AURA: ${theirs.join('; ')}.` };
  }
  if (ours.length > 0) return { blame: 'us', sentence: `It is us: ${ours.join('; ')}.` };
  if (theirs.length > 0) {
    return { blame: 'aura', sentence: `It is AURA, or the line to it: ${theirs.join('; ')}.` };
  }
  if (facts.recent.attempts === 0) {
    return {
      blame: 'unknown',
      sentence: `Nobody knows: AURA was not asked in the last ${RECENT_MINUTES} minutes. Run the doctor.`,
    };
  }
  return {
    blame: 'nobody',
    sentence: `Both work: AURA answered ${answered(facts)} in the last ${RECENT_MINUTES} minutes, and nothing is stuck here.`,
  };
}

function answered({ recent: { attempts, failed } }: Integration): string {
  return failed === 0
    ? `all ${attempts} ${attempts === 1 ? 'call' : 'calls'}`
    : `${attempts - failed} of ${attempts} calls`;
}

function faultsOfOurs(facts: Integration): string[] {
  const { asOf, recent, queues, clocks, database } = facts;
  return [
    ...database.problems.map((problem) => problem.replace(/\.$/, '').toLowerCase()),
    ...(recent.credentialsRefused > 0 ? ['AURA refuses our client id or secret'] : []),
    ...(isPollerSilent(facts) ? ['the worker does not run, so callouts are not followed'] : []),
    ...(isLate(queues.jobs, asOf) ? ['jobs wait for more than a minute'] : []),
    ...(isLate(queues.webhookEvents, asOf) ? ['webhook events wait for more than a minute'] : []),
    ...(certainSkewMs(clocks.database) > CLOCK_DIFFERS_MS ? ['the database’s clock differs from ours'] : []),
    ...(clocks.aura && certainSkewMs(clocks.aura) > CLOCK_DIFFERS_MS
      ? ['our clock and AURA’s differ (look at ours first)']
      : []),
  ];
}

function faultsOfTheirs({ recent, poller }: Integration): string[] {
  const { attempts, failed } = recent;
  if (failed > 1 && failed >= attempts * BAD_SHARE) {
    return [`${failed} of ${attempts} calls failed in the last ${RECENT_MINUTES} minutes`];
  }
  return poller.failedRounds > 1 ? [`the last ${poller.failedRounds} rounds of asking got no answer`] : [];
}

/** Conclusion of a doctor run. */
export function conclusionOf(findings: readonly Finding[]): { tone: 'good' | 'attention'; sentence: string } {
  const failed = findings.filter(({ state }) => state === 'failed').length;
  const warned = findings.filter(({ state }) => state === 'warning').length;
  const passed = findings.filter(({ state }) => state === 'ok').length;
  const left = findings.filter(({ state }) => state === 'not_run').length;
  const counts = [
    `${passed} ok`,
    ...(warned > 0 ? [`${warned} with a warning`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(left > 0 ? [`${left} not run`] : []),
  ];
  return { tone: failed > 0 ? 'attention' : 'good', sentence: counts.join(', ') };
}

/** "between 0.2 s behind and 0.9 s ahead" */
export function skewText({ leastMs, mostMs }: Pick<Skew, 'leastMs' | 'mostMs'>): string {
  if (leastMs <= 0 && mostMs >= 0) {
    return `the same, to ${duration(Math.max(-leastMs, mostMs))}`;
  }
  const [near, far] = leastMs > 0 ? [leastMs, mostMs] : [-mostMs, -leastMs];
  return `${duration(near)} to ${duration(far)} ${leastMs > 0 ? 'ahead of' : 'behind'} ours`;
}

function duration(ms: number): string {
  if (ms < 1_000) return `${Math.ceil(ms)} ms`;
  if (ms < 120_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${(ms / 60_000).toFixed(1)} min`;
}
