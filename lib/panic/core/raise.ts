import { betterFix, type Fix } from '#lib/geo/model.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { asBegun } from './changes.ts';
import { firstAttempt, takeStep } from './deliver.ts';
import type { JournalEntry } from './entry.ts';
import { keepAnswer, raiseInJournal } from './journal.ts';
import { andThen, ask, type Bettered, done, type Next, type NotTheirs, whenSilent } from './next.ts';
import { type LeasedPress, later, type Moment, type Press } from './press.ts';

// A press arrives, for the first time or again, and is handed over.

/** What is known of a press when its request is answered. */
export type RaiseAnswer =
  | { kind: 'press'; press: Press; isNew: boolean }
  /** Held by the database, and to be sent by this process at the end of its grace. */
  | { kind: 'held'; press: Press }
  | { kind: 'entry'; entry: JournalEntry; isNew: boolean }
  | NotTheirs
  | { kind: 'not_recorded' };

/** One step of a press that is committed, by whoever gets the claim, and the press after it. */
export function deliver(pressId: string, deadlineMs: number): Next<Press | null> {
  return ask('claim', { pressId }, (press, moment) => {
    const step = press ? takeStep({ press, deadlineMs }, moment) : done(null);
    return andThen(step, moment, () => ask('find', { pressId }, (found) => done(found)));
  });
}

const isLeased = (press: Press | LeasedPress): press is LeasedPress =>
  'customerId' in press && press.lease !== null;

/** A press as the journal would keep it; of whose customer we know nothing, when only the session names the person. */
export type Unaddressed = Omit<JournalEntry, 'customerId'> & { customerId: number | null };

/** A press that the database does not take: into the journal, and straight to AURA. */
export function raiseWithout({ customerId, ...entry }: Unaddressed): Next<RaiseAnswer> {
  return customerId === null ? done({ kind: 'not_recorded' }) : raiseInJournal({ ...entry, customerId });
}

/**
 * Commits the press and makes the first attempt, or holds it for its grace. The same id again gives what stands. When the
 * database does not take it, the press goes into the journal, as `entry`, and straight to AURA.
 */
export function raise(press: Press, entry: Unaddressed): Next<RaiseAnswer> {
  const isBegun = press.fix !== null && press.sendsAt === null;
  return ask(
    'insert',
    { press, isBegun },
    (inserted, moment) => {
      if (!inserted) return whenSilent(repeat(press), () => raiseWithout(entry));
      if (inserted.sendsAt) return done({ kind: 'held', press: inserted });
      if (isLeased(inserted)) return deliverAtOnce(inserted, entry, moment);
      return deliverNow(press.id, true);
    },
    () => raiseWithout(entry),
  );
}

/**
 * The first attempt of a press that is committed. Whatever happens now, the press is not lost, and the job goes on with
 * it; nothing is claimed but what was heard.
 */
function deliverAtOnce(press: LeasedPress, entry: Unaddressed, moment: Moment): Next<RaiseAnswer> {
  const asked = andThen(firstAttempt({ press, deadlineMs: REQUEST_BUDGET_MS }), moment, (delivered) =>
    delivered
      ? done<RaiseAnswer>({ kind: 'press', press: delivered, isNew: true })
      : ask('find', { pressId: press.id }, (found) =>
          done<RaiseAnswer>({ kind: 'press', press: found ?? asBegun(press), isNew: true }),
        ),
  );
  return whenSilent(asked, (unanswered, now) => {
    const callout = unanswered.kind === 'settle' ? unanswered.asked.callout : null;
    if (!callout) return done({ kind: 'press', press: asBegun(press), isNew: true });
    const fresh = { ...entry, customerId: press.customerId, uncheckedEdition: null };
    return andThen(keepAnswer(fresh, callout), now, (kept) =>
      done({ kind: 'entry', entry: kept, isNew: true }),
    );
  });
}

/** A press that is committed, one step further. */
function deliverNow(pressId: string, isNew: boolean): Next<RaiseAnswer> {
  return ask('claim', { pressId }, (press, moment) => {
    const step = press ? takeStep({ press, deadlineMs: REQUEST_BUDGET_MS }, moment) : done(null);
    return andThen(step, moment, () =>
      ask('find', { pressId }, (found) =>
        done<RaiseAnswer>(
          found ? { kind: 'press', press: found, isNew } : { kind: 'not_theirs', knownBy: null },
        ),
      ),
    );
  });
}

/**
 * A repeat may bring a better position. A press that had none goes out with it; where AURA has the callout at the
 * other position, it is told to move it. Apart from that a repeat starts nothing.
 */
function repeat(press: Press): Next<RaiseAnswer> {
  const { id: pressId, personId, fix } = press;
  return ask('find', { pressId }, (known) => {
    if (known?.personId !== personId) return done<RaiseAnswer>({ kind: 'not_theirs', knownBy: 'database' });
    const asItStands = done<RaiseAnswer>({ kind: 'press', press: known, isNew: false });
    const better = fix && (known.fix === null || betterFix(known.fix, fix) === fix) ? fix : null;
    if (!better) return asItStands;
    const atAura = known.state === 'delivered' ? known.calloutId : null;
    const keep = () =>
      ask('better', { pressId, fix: better }, (bettered) => {
        if (!bettered) return asItStands;
        if (!bettered.before) return deliverNow(pressId, false);
        const { calloutId, before } = bettered;
        if (calloutId === null || atAura !== null) return asItStands;
        return ask('place', { kind: 'bettered', calloutId, before, fix: better }, () => asItStands);
      });
    // First of all where AURA is told of it: that can be done again, when this process ends before the next line.
    if (atAura === null) return keep();
    return ask('place', { kind: 'bettered', calloutId: atAura, before: known.fix, fix: better }, keep);
  });
}

/** A press after a better position; null where that is not the better one, or nobody needs it. */
export function bettering(row: Press, fix: Fix, at: Date): { press: Press; bettered: Bettered } | null {
  const isNeeded = row.state === 'recorded' || row.state === 'delivered';
  if (!isNeeded || row.withdrawRequestedAt) return null;
  const before = row.fix;
  if (before && betterFix(before, fix) === before) return null;
  const lastProblem = row.lastProblem === 'no_location' ? null : row.lastProblem;
  const asked = later(at, REQUEST_BUDGET_MS);
  // One that had none waited for its expiry: it is due now, should this process not deliver it; never within its grace.
  const soon = row.sendsAt && row.sendsAt > asked ? row.sendsAt : asked;
  const press = { ...row, fix, lastProblem, dueAt: before ? row.dueAt : soon };
  return { press, bettered: { before, calloutId: row.state === 'delivered' ? row.calloutId : null } };
}

/**
 * The end of a grace, in the process that took the press: it goes out, and where the database has gone away meanwhile,
 * without it. What of a position it has learnt since is in `entry`.
 */
export function sendHeld(pressId: string, entry: Unaddressed, moment: Moment): Next<null> {
  const delivered = andThen(deliver(pressId, REQUEST_BUDGET_MS), moment, () => done<null>(null));
  return whenSilent(delivered, (_unanswered, now) =>
    andThen(raiseWithout({ ...entry, sendsAt: null }), now, () => done(null)),
  );
}
