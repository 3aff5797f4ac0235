import { betterFix, type Fix } from '#lib/geo/model.ts';
import { isHeld, REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { asBegun, choosing } from './changes.ts';
import { firstAttempt, takeStep } from './deliver.ts';
import type { JournalEntry } from './entry.ts';
import { keepAnswer, raiseInJournal } from './journal.ts';
import { andThen, ask, type Bettered, done, type Next, type NotTheirs, whenSilent } from './next.ts';
import { type LeasedPress, later, type Moment, type Press } from './press.ts';

// A press arrives, for the first time or again, and is delivered.

/** What the request that raised a press is answered with. */
export type RaiseAnswer =
  | { kind: 'press'; press: Press; isNew: boolean }
  /** Within its grace in the database; this process sends it at the end. */
  | { kind: 'held'; press: Press }
  | { kind: 'entry'; entry: JournalEntry; isNew: boolean }
  | NotTheirs
  | { kind: 'not_recorded' };

/** Takes the next step of a stored press if it can be claimed. Gives the press after it. */
export function deliver(pressId: string, deadlineMs: number): Next<Press | null> {
  return ask('claim', { pressId }, (press, moment) => {
    const step = press ? takeStep({ press, deadlineMs }, moment) : done(null);
    return andThen(step, moment, () => ask('find', { pressId }, (found) => done(found)));
  });
}

const isLeased = (press: Press | LeasedPress): press is LeasedPress =>
  'customerId' in press && press.lease !== null;

/** A journal entry whose customer may be unknown: a session names only the person. */
export type Unaddressed = Omit<JournalEntry, 'customerId'> & { customerId: number | null };

/** Raises a press without the database: into the journal, and straight to AURA. */
export function raiseWithout({ customerId, ...entry }: Unaddressed): Next<RaiseAnswer> {
  return customerId === null ? done({ kind: 'not_recorded' }) : raiseInJournal({ ...entry, customerId });
}

/**
 * Stores the press and makes the first attempt, or holds it for its grace. Idempotent by its id. Without the database it
 * goes into the journal, as `entry`, and straight to AURA.
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
 * The first attempt of a stored press. If it fails, the worker goes on with the press; the answer states only what is
 * known.
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
    const fresh = { ...entry, customerId: press.customerId, uncheckedEdition: null, uncheckedDevice: null };
    return andThen(keepAnswer(fresh, callout), now, (kept) =>
      done({ kind: 'entry', entry: kept, isNew: true }),
    );
  });
}

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
 * A repeat changes nothing but the kind of help, within the grace, and the position, where it brings a better one: a
 * press that had none is sent, and a delivered one has its callout moved.
 */
function repeat(press: Press): Next<RaiseAnswer> {
  const { id: pressId, personId, responseTypeId } = press;
  return ask('find', { pressId }, (known, { at }) => {
    if (known?.personId !== personId) return done<RaiseAnswer>({ kind: 'not_theirs', knownBy: 'database' });
    const isChosen = responseTypeId !== null && responseTypeId !== known.responseTypeId;
    if (!isChosen || !isHeld(known, at)) return betterAt(known, press);
    return ask('commit', choosing(known, responseTypeId), (chosen) => betterAt(chosen ?? known, press));
  });
}

function betterAt(known: Press, { id: pressId, fix }: Press): Next<RaiseAnswer> {
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
  // The callout is moved first: if this process dies before the position is stored, a repeat moves it again.
  if (atAura === null) return keep();
  return ask('place', { kind: 'bettered', calloutId: atAura, before: known.fix, fix: better }, keep);
}

/** A press with a better position; null where it is not better, or the press has ended. */
export function bettering(row: Press, fix: Fix, at: Date): { press: Press; bettered: Bettered } | null {
  const isNeeded = row.state === 'recorded' || row.state === 'delivered';
  if (!isNeeded || row.withdrawRequestedAt) return null;
  const before = row.fix;
  if (before && betterFix(before, fix) === before) return null;
  const lastProblem = row.lastProblem === 'no_location' ? null : row.lastProblem;
  const asked = later(at, REQUEST_BUDGET_MS);
  // Without a position it was due at its expiry; now soon, if this process dies, but never within its grace.
  const soon = row.sendsAt && row.sendsAt > asked ? row.sendsAt : asked;
  const press = { ...row, fix, lastProblem, dueAt: before ? row.dueAt : soon };
  return { press, bettered: { before, calloutId: row.state === 'delivered' ? row.calloutId : null } };
}

/**
 * Sends a press at the end of its grace, in the process that took it: by its journal `entry`, with its latest position,
 * where the database has gone away meanwhile.
 */
export function sendHeld(pressId: string, entry: Unaddressed, moment: Moment): Next<null> {
  const delivered = andThen(deliver(pressId, REQUEST_BUDGET_MS), moment, () => done<null>(null));
  return whenSilent(delivered, (_unanswered, now) =>
    andThen(raiseWithout({ ...entry, sendsAt: null }), now, () => done(null)),
  );
}
