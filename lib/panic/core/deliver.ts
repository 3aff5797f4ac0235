import { expiryOf, nextStep, STRAY_REQUEST_MS } from '#lib/panic/core/model.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { beginning, ending, releasing } from './changes.ts';
import { ask, done, type Next } from './next.ts';
import type { CreateOutcome, Moment, Whereabouts } from './press.ts';
import { endWithCallout, type Leased, type Outcome, write } from './settle.ts';
import { settleUnknown } from './settle-unknown.ts';

// The next step of a leased press.

/** Our own clocks are assumed to differ by less. */
const REFUSED_PAUSE_MS = 1_000;

/**
 * Takes the next step of a claimed press. An attempt whose answer was lost is simply repeated, since AURA returns the
 * open callout; only a press that may no longer be sent is settled by AURA's list.
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

/** The first attempt of a press that was inserted with its lease and its attempt begun. */
export function firstAttempt(leased: Leased): Next<Outcome> {
  return leased.press.fix ? askAura(leased, leased.press.fix) : done(null);
}

function attempt(leased: Leased, where: Whereabouts, moment: Moment): Next<Outcome> {
  const { press, deadlineMs } = leased;
  return ask('commit', beginning(press, deadlineMs, moment), (begun) =>
    // Refused after a withdrawal request since the claim, which makes it due soon, or after its expiry by the
    // database's clock: without the pause it would be claimed in a loop until our own clock agrees.
    begun ? askAura(leased, where) : write(releasing(press, REFUSED_PAUSE_MS)),
  );
}

/** The last rung of the location ladder: a place that AURA keeps for the customer. Without one the press is not sent. */
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
  const { id: pressId, receivedAt, customerId, kind, responseTypeId } = leased.press;
  return ask('create', { pressId, receivedAt, customerId, kind, where, responseTypeId }, (outcome, moment) =>
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
  // The outcome stays unknown unless this attempt's, and every earlier one's, is known.
  const known = mayExist ? {} : { outcomeUnknownSince: press.outcomeUnknownSince };
  const learnt = { lastProblem: problem, ...known };
  if (kind === 'failed') return write(releasing(press, backoffMs(press.attempts + 1, random), learnt));
  if (!isOutcomeUnknown) return write(ending(press, 'rejected', at, problem));
  // AURA refused, but an earlier request may have made a callout: settled once none can still be in flight.
  return write(releasing(press, STRAY_REQUEST_MS, learnt));
}
