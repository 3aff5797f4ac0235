import { isUnlinked } from '#lib/panic/core/adopt.ts';
import { asBegun, claiming, leaseMs, linking, reopening } from '#lib/panic/core/changes.ts';
import { applyCommit, type Commit, canAnswer, type Surroundings } from '#lib/panic/core/commit.ts';
import type { JournalEntry } from '#lib/panic/core/entry.ts';
import { OUR_CLOCKS_APART_MS, REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import type { Asked, Bettered } from '#lib/panic/core/next.ts';
import { type CreatedCallout, type LeasedPress, later, type Press } from '#lib/panic/core/press.ts';
import { bettering } from '#lib/panic/core/raise.ts';
import { afterRow, merged, merging, pressOf } from '#lib/panic/core/recover.ts';
import { tamper } from './faults.ts';
import { checkChange } from './invariants.ts';
import { nudge } from './nudge.ts';
import { at, type World } from './world.ts';

// The simulated database; each function is one transaction.

function around(world: World): Surroundings {
  const { presses, callouts } = world.database;
  return {
    at: at(world),
    isAnswer: (press, calloutId) => {
      let isCancelled = false;
      for (const other of presses.values()) {
        if (other.calloutId === calloutId && other.withdrawRequestedAt) isCancelled = true;
      }
      return canAnswer(press, callouts.get(calloutId) ?? null, isCancelled);
    },
  };
}

function write(world: World, before: Press | null, after: Press): Press {
  world.database.presses.set(after.id, after);
  checkChange(world, before, after);
  return after;
}

/** One guarded write, and the press after it. */
export function commit(world: World, asked: Commit): Press | null {
  const row = world.database.presses.get(asked.pressId);
  const after = row ? applyCommit(row, tamper(world.planted, asked), around(world)) : null;
  return row && after ? write(world, row, after) : null;
}

export function insert(world: World, { press, isBegun }: Asked<'insert'>): Press | LeasedPress | null {
  if (world.database.presses.has(press.id)) return null;
  const now = at(world);
  if (press.state !== 'recorded') return write(world, null, press);
  const graceMs = press.sendsAt ? press.sendsAt.getTime() - press.receivedAt.getTime() : 0;
  const sendsAt = press.sendsAt ? later(now, graceMs) : null;
  const dueAt = sendsAt ? later(sendsAt, 500) : later(press.receivedAt, REQUEST_BUDGET_MS);
  const lease = isBegun ? { token: token(world), until: later(now, leaseMs(REQUEST_BUDGET_MS)) } : null;
  const inserted = { ...press, sendsAt, dueAt, lease };
  write(world, null, isBegun ? asBegun(inserted) : inserted);
  return lease ? { ...inserted, lease, customerId: customerOf(world, press.personId) } : inserted;
}

function customerOf({ devices }: World, personId: string): number {
  return devices.find((device) => device.personId === personId)?.customerId ?? 0;
}

function token(world: World): string {
  world.tokens += 1;
  return `t${world.tokens}`;
}

export function claim(world: World, pressId: string): LeasedPress | null {
  const row = world.database.presses.get(pressId);
  if (!row) return null;
  if (row.dueAt.getTime() > world.ms) nudge(world, pressId);
  const asked = claiming(row, token(world), REQUEST_BUDGET_MS);
  const { planted } = world;
  if (planted === 'claimed_twice') row.lease = null;
  if (planted === 'grace_ignored') row.sendsAt = null;
  const claimed = commit(world, asked);
  return claimed?.lease ? asLeased(world, claimed, claimed.lease) : null;
}

function asLeased(world: World, press: Press, lease: NonNullable<Press['lease']>): LeasedPress {
  const leased = { ...press, lease, customerId: customerOf(world, press.personId) };
  if (world.planted !== 'no_wait_for_strays' || !press.lastAttemptAt) return leased;
  return { ...leased, lastAttemptAt: later(press.lastAttemptAt, -20_000) };
}

export function keep(world: World, { calloutId, personId, kind, at: raisedAt, stage }: CreatedCallout): void {
  const known = world.database.callouts.get(calloutId);
  if (!known) {
    world.database.callouts.set(calloutId, { kind, stage: stage ?? 'raised', raisedAt, personId });
  } else if (stage && known.stage !== 'closed') known.stage = stage;
}

export function settle(world: World, asked: Asked<'settle'>): Press | null {
  const settled = commit(world, asked.commit);
  if (settled) keep(world, asked.created);
  return settled;
}

export function link(world: World, { reopen, deliver, created, isNews }: Asked<'link'>): null {
  if (isNews && world.database.callouts.has(created.calloutId)) return null;
  if (commit(world, reopen)) return null;
  keep(world, created);
  commit(world, deliver);
  return null;
}

export function better(world: World, { pressId, fix }: Asked<'better'>): Bettered | null {
  const row = world.database.presses.get(pressId);
  const changed = row ? bettering(row, fix, at(world)) : null;
  if (!row || !changed) return null;
  write(world, row, changed.press);
  return changed.bettered;
}

export function unlinked(world: World, { personId, madeAt }: Asked<'unlinked'>): Press[] {
  const found: Press[] = [];
  for (const press of world.database.presses.values()) {
    if (press.personId === personId && isUnlinked(press, madeAt)) found.unshift(press);
  }
  return found;
}

/** Moves a press from the journal into the database. */
export function recover(world: World, asked: Asked<'recover'>): Bettered | null {
  const now = at(world);
  const entry = forgetful(world, asked.entry);
  const row = world.database.presses.get(entry.pressId);
  const change = row ? merging(row, entry, asked.created !== null, now) : null;
  if (!row) write(world, null, pressOf(entry, asked.created !== null, now));
  else if (change) write(world, row, merged(row, change, now));
  const { made, reopensAt } = afterRow(
    entry,
    asked.created ?? unlinkedCallout(world, entry),
    row !== undefined,
  );
  const whose = { id: entry.pressId, personId: entry.personId };
  if (made) {
    const { calloutId } = made;
    link(world, {
      reopen: reopening(whose, calloutId, made.at, true),
      deliver: linking(whose, calloutId, made.at),
      created: made,
      isNews: false,
    });
  } else if (reopensAt) commit(world, reopening(whose, null, reopensAt, true));
  return change?.bettered ?? null;
}

function forgetful({ planted }: World, entry: JournalEntry): JournalEntry {
  return planted === 'withdrawal_lost_in_recovery' ? { ...entry, withdrawRequestedAt: null } : entry;
}

/** A callout that was adopted without a press while only the journal had the press that may have made it. */
function unlinkedCallout(
  world: World,
  { personId, receivedAt, lastAttemptAt }: JournalEntry,
): CreatedCallout | null {
  if (!lastAttemptAt) return null;
  const { callouts, presses } = world.database;
  const linked = new Set([...presses.values()].map(({ calloutId }) => calloutId));
  for (const [calloutId, known] of callouts) {
    if (known.personId !== personId || known.stage === 'closed') continue;
    if (known.raisedAt < later(receivedAt, -OUR_CLOCKS_APART_MS) || linked.has(calloutId)) continue;
    const unsaid = { rawStatus: null, trackingUrl: null, responseTypeId: null, fix: null };
    return { calloutId, personId, kind: known.kind, ...unsaid, at: known.raisedAt };
  }
  return null;
}
