import { expiryOf, nextStep, STRAY_REQUEST_MS } from '#lib/panic/core/model.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { beginning, ending, releasing } from './changes.ts';
import { ask, done, type Next } from './next.ts';
import type { CreateOutcome, Moment, Whereabouts } from './press.ts';
import { endWithCallout, type Leased, type Outcome, write } from './settle.ts';
import { settleUnknown } from './settle-unknown.ts';

// A press in hand, one step further.

/** Our clocks are not taken to be further apart. */
const REFUSED_PAUSE_MS = 1_000;

/**
 * What is done with a press that was claimed. An attempt whose answer was lost is simply made again, since AURA returns
 * the callout that is open; only when the press may not be sent any more is AURA asked what became of it.
 */
export function takeStep(leased: Leased, moment: Moment): Next<Outcome> {
  const { press } = leased;
  const step = nextStep({ ...press, hasFix: press.fix !== null }, moment.at, moment.expiryMinutes);
  switch (step.kind) {
    case 'attempt':
      return press.fix ? attempt(leased, press.fix, moment) : done(null);
    case 'keep':
      return attemptAtKeptPlace(leased);
    case 'end':
      return write(ending(press, step.as, moment.at));
    case 'settle':
      return settleUnknown(leased, step.as);
    case 'settle_later':
      return write(releasing(press, step.at.getTime() - moment.at.getTime()));
  }
}

/** The attempt that a press was committed with: claimed, and written down as begun, by what inserted it. */
export function firstAttempt(leased: Leased): Next<Outcome> {
  return leased.press.fix ? askAura(leased, leased.press.fix) : done(null);
}

function attempt(leased: Leased, where: Whereabouts, moment: Moment): Next<Outcome> {
  const { press, deadlineMs } = leased;
  return ask('commit', beginning(press, deadlineMs, moment), (begun) =>
    // Not when it was taken back between the claim and here, which makes it due at once, or has expired by the
    // database's clock: to look again before our own says so would be to look without end.
    begun ? askAura(leased, where) : write(releasing(press, REFUSED_PAUSE_MS)),
  );
}

/** The last rung of the ladder: a place that AURA keeps for the customer. Without one the press stays with us. */
function attemptAtKeptPlace(leased: Leased): Next<Outcome> {
  const { press } = leased;
  return ask('keptPlace', { customerId: press.customerId }, (place, moment) => {
    if (place !== null && place !== 'none') return attempt(leased, place, moment);
    const untilExpiryMs = expiryOf(press.receivedAt, moment.expiryMinutes).getTime() - moment.at.getTime();
    const inMs = place === 'none' ? untilExpiryMs : backoffMs(press.attempts + 1, moment.random);
    return write(releasing(press, inMs, { lastProblem: 'no_location' }));
  });
}

function askAura(leased: Leased, where: Whereabouts): Next<Outcome> {
  const { customerId, kind } = leased.press;
  return ask('create', { customerId, kind, where }, (outcome, moment) =>
    outcome.kind === 'created'
      ? endWithCallout(leased, outcome.callout, moment)
      : writeFailure(leased, outcome, moment),
  );
}

function writeFailure(
  { press }: Leased,
  { kind, problem, mayExist }: Exclude<CreateOutcome, { kind: 'created' }>,
  { at, random }: Moment,
): Next<Outcome> {
  const isOutcomeUnknown = mayExist || press.outcomeUnknownSince !== null;
  // What is written down as begun stays unless the outcome of this attempt is known, and of those before it.
  const known = mayExist ? {} : { outcomeUnknownSince: press.outcomeUnknownSince };
  const learnt = { lastProblem: problem, ...known };
  if (kind === 'failed') return write(releasing(press, backoffMs(press.attempts + 1, random), learnt));
  if (!isOutcomeUnknown) return write(ending(press, 'rejected', at, problem));
  // AURA said no, but may have made a callout before: it is asked when none can be on its way any more.
  return write(releasing(press, STRAY_REQUEST_MS, learnt));
}
