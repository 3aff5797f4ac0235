import type { DoctorProblem, DoctorStep, Finding } from '#lib/integration/schema.ts';

type Meaning = { state: 'warning' | 'failed'; advice: string };

const OPERATOR_AT_AURA = 'ask AURA with the time of this run';

const meanings: Readonly<Record<DoctorProblem, Meaning>> = {
  credentials_refused: {
    state: 'failed',
    advice:
      'It is us: set AURA_CLIENT_ID and AURA_CLIENT_SECRET to those of this environment; staging and live have different ones.',
  },
  token_refused: {
    state: 'failed',
    advice: `AURA gave us a token and does not take it: ${OPERATOR_AT_AURA}.`,
  },
  unreachable: {
    state: 'failed',
    advice:
      'It is AURA or the line to it: check AURA_BASE_URL, the name service and the firewall from this machine, then AURA’s status.',
  },
  aura_error: { state: 'failed', advice: `It is AURA: try again in a minute, then ${OPERATOR_AT_AURA}.` },
  rate_limited: {
    state: 'failed',
    advice: 'AURA limits us: wait a minute; if it stays, lower AURA_READS_PER_MINUTE.',
  },
  not_there: {
    state: 'failed',
    advice: 'AURA knows no such address: check the path in AURA_BASE_URL, which ends with /v2.',
  },
  refused: { state: 'failed', advice: 'AURA took the call and refused it; its own words say why.' },
  not_in_contract: {
    state: 'failed',
    advice:
      'AURA answered in a shape that we cannot read: its API changed, or something between answers in its place. Tell the developers which fields.',
  },
  drift: {
    state: 'warning',
    advice: 'AURA sends what we do not know yet. Nothing is lost; tell the developers the names.',
  },
  nothing_listed: {
    state: 'failed',
    advice: 'AURA lists none for these credentials: ask AURA to set them up.',
  },
  setting_not_listed: {
    state: 'failed',
    advice: 'It is us: set the variable to one of the numbers that AURA lists here, or leave it unset.',
  },
  customer_unknown: { state: 'failed', advice: 'Name a customer of these credentials, or none at all.' },
  number_taken: {
    state: 'failed',
    advice: 'AURA has the doctor’s numbers already: name a customer of yours that is for tests.',
  },
  no_subscription: {
    state: 'failed',
    advice: 'AURA sends nobody for this customer: renew or start their subscription.',
  },
  customer_busy: {
    state: 'failed',
    advice: 'Help may be on its way to them, so nothing was sent. Name a customer that is for tests.',
  },
  busy_unknown: {
    state: 'failed',
    advice: 'Whether a callout of theirs is open is not known, so nothing was sent.',
  },
  existing_callout: {
    state: 'failed',
    advice: 'It was there before, so it was left as it is. Look at it on the board.',
  },
  maybe_created: {
    state: 'failed',
    advice:
      'The answer was lost. There may be a TEST callout of this customer: ask AURA to look for it and close it.',
  },
  read_as_real: {
    state: 'failed',
    advice: 'It may be somebody’s own by now, so it was not cancelled. Look at it on the board at once.',
  },
  link_missing: { state: 'failed', advice: `AURA always sends one: ${OPERATOR_AT_AURA}.` },
  link_refused: {
    state: 'failed',
    advice: 'It is us: ask AURA where its tracking pages are, and add that host to TRACKING_HOSTS.',
  },
  page_silent: {
    state: 'failed',
    advice: 'The page did not open from here within two seconds, or led to a host that is not allowed.',
  },
  frame_refused: {
    state: 'warning',
    advice: 'People get a link to it instead of a frame. Ask AURA to allow our address as a frame ancestor.',
  },
  frame_empty: {
    state: 'failed',
    advice: 'It is us: TRACKING_MODE is embed, so people see an empty frame. Set it to auto.',
  },
  left_open: {
    state: 'failed',
    advice: 'Step it to its end in the Responder Simulator, or ask AURA to close it, by its number.',
  },
  left_behind: {
    state: 'warning',
    advice: 'Its subscription ends in a day. Ask AURA to delete it, by its number.',
  },
  clock_differs: {
    state: 'warning',
    advice: 'A new subscription may begin late and a token end early: set this machine’s clock by NTP.',
  },
  clock_far_off: {
    state: 'failed',
    advice: 'New people would be refused: set this machine’s clock by NTP; if it is right, tell AURA.',
  },
  database_silent: { state: 'failed', advice: 'It is us: look at the database and its log.' },
  database_clock: { state: 'warning', advice: 'Set both machines’ clocks by NTP.' },
  worker_silent: { state: 'failed', advice: 'It is us: start the worker, or look at its log.' },
  jobs_late: { state: 'failed', advice: 'It is us: look at the worker’s log for jobs that fail or hang.' },
  poller_unanswered: { state: 'warning', advice: 'Callouts are followed late. The steps above say why.' },
  never_registered: {
    state: 'warning',
    advice: 'Callouts are seen by asking alone, some seconds later: register the webhooks on this page.',
  },
  other_address: {
    state: 'warning',
    advice:
      'AURA delivers there, not here: register the webhooks again if this is the one that should get them.',
  },
  no_webhook_token: {
    state: 'warning',
    advice: 'Every delivery is refused: set AURA_WEBHOOK_TOKEN where the app runs, then register.',
  },
  defect: { state: 'failed', advice: 'It is us: something broke in the doctor itself; the log has it.' },
};

/** Result of a step; `problem` when something is wrong. */
export type Observation = { seen: string; problem?: DoctorProblem };

/** Runs and reports one step. Returns whether later steps can build on it. */
export type Look = (step: DoctorStep, see: () => Promise<Observation>) => Promise<boolean>;
export type Skip = (step: DoctorStep, why: string) => void;

const NAMES_SHOWN = 5;

/** A step's result with the field names that AURA sent and the contract lacks. */
export function withDrift(seen: string, names: readonly string[]): Observation {
  if (names.length === 0) return { seen };
  const shown = names.slice(0, NAMES_SHOWN).map(presentable).join(', ');
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  return { seen: `${seen} New to us: ${shown}${more}.`, problem: 'drift' };
}

export function findingOf(step: DoctorStep, { seen, problem }: Observation, ms: number): Finding {
  const meaning = problem && meanings[problem];
  return {
    step,
    state: meaning?.state ?? 'ok',
    problem: problem ?? null,
    ms: Math.round(ms),
    seen,
    advice: meaning?.advice ?? null,
  };
}

export function notRun(step: DoctorStep, why: string): Finding {
  return { step, state: 'not_run', problem: null, ms: null, seen: why, advice: null };
}

/** For the audit: the problems of a run. */
export function summaryOf(findings: readonly Finding[]): string {
  const wrong = findings.flatMap(({ step, problem }) => (problem ? [`${step}=${problem}`] : []));
  const passed = findings.filter(({ state }) => state === 'ok').length;
  return [`${passed} ok`, ...wrong].join(', ');
}

const LONGEST_WORDS = 160;

/** AURA's free text for operators: truncated, one line, without URLs that may be capability URLs. */
export function presentable(words: string): string {
  const shown = words
    // Bounded, to avoid quadratic backtracking.
    .replace(/[a-z][a-z0-9+.-]{0,30}:\/\/\S*/gi, '(an address)')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return shown.length > LONGEST_WORDS ? `${shown.slice(0, LONGEST_WORDS).toWellFormed()}…` : shown;
}
