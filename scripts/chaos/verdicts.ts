import { type ChaosPress, LIVE, STALE } from './device.ts';
import { SAVED_LATITUDE } from './people.ts';
import { type Figure, mustBeZero } from './report.ts';
import { isOpen, type TrueCallout, type Truth } from './truth.ts';

// Compares devices' receipts with the final state. Each figure counts violations.

/** Two processes record the same moment at slightly different times. */
const SLACK_MS = 1_000;

const isAnswered = ({ receipts }: ChaosPress): boolean => receipts.length > 0;
const rowOf = ({ pressId }: ChaosPress, { rows }: Truth) => rows.get(pressId);

/** Figures required in every part. */
export function verdicts(presses: readonly ChaosPress[], truth: Truth): Figure[] {
  return [
    mustBeZero('acknowledged presses lost', lost(presses, truth).length),
    mustBeZero(
      'answers that said delivered without an open, real callout of that person’s at AURA',
      falselyConfirmed(presses, truth).length,
    ),
    mustBeZero(
      'delivered presses whose callout is cancelled, a test, or was closed before the press',
      confirmedWithNoHelp(presses, truth).length,
    ),
    mustBeZero('callouts doubled', doubled(presses, truth).length),
    mustBeZero('callouts at AURA that no press of ours knows', unknownToUs(truth).length),
    mustBeZero('withdrawn presses with a callout open at AURA', openFor('withdrawn', presses, truth).length),
    mustBeZero('refused presses with a callout open at AURA', openFor('rejected', presses, truth).length),
    mustBeZero('presses said to be withdrawn that are not', falselyWithdrawn(presses, truth).length),
    mustBeZero(
      'callouts elsewhere than at the best position of their press',
      misplaced(presses, truth).length,
    ),
  ];
}

/** Violations by name, for analysis. */
export function offenders(presses: readonly ChaosPress[], truth: Truth, hidden: ReadonlySet<string>) {
  const strays = new Set(doubled(presses, truth).map(({ customerId }) => customerId));
  for (const id of unknownToUs(truth)) strays.add(truth.callouts.get(id)?.customerId ?? 0);
  return {
    ofStrays: presses
      .filter(({ person }) => strays.has(person.customerId))
      .map((press) => ({ ...press, row: rowOf(press, truth) })),
    calloutsOfStrays: [...truth.callouts.values()].filter(({ customerId }) => strays.has(customerId)),
    hidden: presses.filter(({ pressId }) => hidden.has(pressId)),
    unanswered: presses
      .filter((press) => !isAnswered(press))
      .map(({ unanswered, ...press }) => ({ ...press, unanswered: Object.fromEntries(unanswered) })),
    lost: lost(presses, truth),
    falselyConfirmed: falselyConfirmed(presses, truth),
    confirmedWithNoHelp: confirmedWithNoHelp(presses, truth),
    doubled: doubled(presses, truth),
    unknownToUs: unknownToUs(truth),
    withdrawn: openFor('withdrawn', presses, truth),
    rejected: openFor('rejected', presses, truth),
    falselyWithdrawn: falselyWithdrawn(presses, truth),
    misplaced: misplaced(presses, truth),
    notAtAura: notAtAura(presses, truth),
  };
}

/** Acknowledged presses missing in our table. */
function lost(presses: readonly ChaosPress[], truth: Truth): ChaosPress[] {
  return presses.filter((press) => isAnswered(press) && !rowOf(press, truth));
}

/** Acknowledged presses that are not with AURA, though neither withdrawn, refused nor expired. */
export function notAtAura(presses: readonly ChaosPress[], truth: Truth): ChaosPress[] {
  return presses.filter((press) => {
    const state = rowOf(press, truth)?.state;
    if (!isAnswered(press) || state === 'delivered' || state === 'rejected') return false;
    return !(press.isTakenBack && state === 'withdrawn') && !isPlaceless(press);
  });
}

/** The request with the position failed, and AURA accepts no callout without one. */
export const isPlaceless = ({ place, isPlaced }: ChaosPress): boolean => place === 'late' && !isPlaced;

function falselyConfirmed(presses: readonly ChaosPress[], truth: Truth): ChaosPress[] {
  return presses.filter((press) =>
    press.receipts.some(({ state, calloutId, atMs }) => {
      if (state !== 'delivered') return false;
      const callout = calloutId === null ? undefined : truth.callouts.get(calloutId);
      return !callout || !isHelpFor(press, callout) || callout.createdAtMs > atMs + SLACK_MS;
    }),
  );
}

function confirmedWithNoHelp(presses: readonly ChaosPress[], truth: Truth): ChaosPress[] {
  return presses.filter((press) => {
    const row = rowOf(press, truth);
    if (row?.state !== 'delivered') return false;
    const callout = row.calloutId === null ? undefined : truth.callouts.get(row.calloutId);
    return !callout || !isHelpFor(press, callout);
  });
}

/** Only withdrawals cancel here, and callouts close long after delivery. */
function isHelpFor({ kind, person, pressedAtMs }: ChaosPress, callout: TrueCallout): boolean {
  if (callout.customerId !== person.customerId) return false;
  if (kind === 'test') return true;
  const wasClosed = callout.closedAtMs !== null && callout.closedAtMs < pressedAtMs;
  return !callout.isTest && !callout.isCancelled && !wasClosed;
}

/** Duplicates: callouts created outside any press of their person, and further ones during one. */
function doubled(presses: readonly ChaosPress[], truth: Truth): TrueCallout[] {
  const lives = groupBy(presses, ({ person }) => person.customerId);
  return [...truth.callouts.values()].filter((callout) => {
    const own = lives.get(callout.customerId);
    if (!own) return false;
    const during = own.find((press) => isDuring(press, callout, truth));
    if (!during) return true;
    const first = Math.min(
      ...[...truth.callouts.values()]
        .filter(({ customerId }) => customerId === callout.customerId)
        .filter((other) => isDuring(during, other, truth))
        .map(({ id }) => id),
    );
    return callout.id !== first;
  });
}

function isDuring(press: ChaosPress, { createdAtMs }: TrueCallout, truth: Truth): boolean {
  const endedAtMs = rowOf(press, truth)?.settledAtMs ?? Number.POSITIVE_INFINITY;
  // A callout from before belongs to the previous press.
  return createdAtMs >= press.pressedAtMs && createdAtMs <= endedAtMs + SLACK_MS;
}

/** Callouts at AURA that no press is linked to. */
export function unknownToUs({ rows, callouts }: Truth): number[] {
  const linked = new Set([...rows.values()].map(({ calloutId }) => calloutId));
  return [...callouts.keys()].filter((id) => !linked.has(id));
}

/** Presses that ended so while AURA has an unlinked callout of their person open. */
export function openFor(state: string, presses: readonly ChaosPress[], truth: Truth): ChaosPress[] {
  const help = new Set(
    [...truth.rows.values()].filter((row) => row.state === 'delivered').map(({ calloutId }) => calloutId),
  );
  const loose = new Set(
    [...truth.callouts.values()]
      .filter((callout) => isOpen(callout) && !help.has(callout.id))
      .map((callout) => callout.customerId),
  );
  return presses.filter(
    (press) => rowOf(press, truth)?.state === state && loose.has(press.person.customerId),
  );
}

function falselyWithdrawn(presses: readonly ChaosPress[], truth: Truth): ChaosPress[] {
  return presses.filter(
    (press) =>
      press.receipts.some(({ state }) => state === 'withdrawn') && rowOf(press, truth)?.state !== 'withdrawn',
  );
}

/** For people with one press: AURA must have the best position that was acknowledged. */
export function misplaced(presses: readonly ChaosPress[], truth: Truth): ChaosPress[] {
  const byPerson = groupBy(presses, ({ person }) => person.customerId);
  return presses.filter((press) => {
    const row = rowOf(press, truth);
    if (row?.state !== 'delivered' || row.calloutId === null) return false;
    if (byPerson.get(press.person.customerId)?.length !== 1) return false;
    return !bestLatitudes(press).includes(truth.callouts.get(row.calloutId)?.latitude ?? Number.NaN);
  });
}

function bestLatitudes({ place, isPlaced }: ChaosPress): number[] {
  switch (place) {
    case 'live':
    case 'late':
      return [LIVE.latitude];
    case 'stale':
      return [STALE.latitude];
    case 'saved':
      return [SAVED_LATITUDE];
    case 'moved':
      // A request with a lost answer may have arrived.
      return isPlaced ? [LIVE.latitude] : [SAVED_LATITUDE, LIVE.latitude];
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
