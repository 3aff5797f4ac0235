import type { Press } from '#lib/panic/core/press.ts';
import { needsOperator } from '#lib/panic/core/receipt.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import {
  at,
  type Device,
  EXPIRY_MS,
  note,
  type Request,
  SKEW_MS,
  type Task,
  type TrueCallout,
  violated,
  type World,
} from './world.ts';

// The invariants after every step. Known exceptions are counted by name instead.

/** The most that two of our own clocks differ. */
const APART_MS = 2 * SKEW_MS;
/** The lease of a call to AURA. */
const LEASE_MS = 7_000;
const SEEN_WITHIN_MS = 2_000;
/** The most effects that one request, timer or job may need. */
const MOST_EFFECTS = 24;

const isInJournal = ({ processes }: World, pressId: string): boolean =>
  processes.some(({ journal }) => journal.has(pressId));

/** After every step. */
export function checkStep(world: World) {
  for (const device of world.devices) {
    if (device.heard.size === 0) continue;
    const row = world.database.presses.get(device.pressId);
    if (!row && !isInJournal(world, device.pressId)) {
      if (world.unwritten.has(device.pressId)) note(world, 'bad_disk');
      else violated(world, 'durable', `${device.pressId} was answered, and is nowhere`);
      continue;
    }
    if (world.database.isUp && device.kind === 'real') checkSeen(world, device, row);
  }
}

function checkSeen(world: World, device: Device, row: Press | undefined) {
  const { pressId } = device;
  if (device.isWithdrawalRequested || hasHelp(world, device)) return;
  if (!row) return note(world, 'only_on_a_disk');
  if (world.database.outcomes.has(pressId)) return;
  const sentAt = row.sendsAt ?? row.receivedAt;
  if (world.ms - sentAt.getTime() <= SEEN_WITHIN_MS + APART_MS) return;
  const isListed = needsOperator(row, false, at(world));
  const isHidden = world.planted === 'held_hidden' && row.sendsAt !== null;
  const callout =
    row.calloutId === null ? undefined : world.aura.callouts.find(({ id }) => id === row.calloutId);
  if (callout?.isTest && !world.aura.tellsKind) return note(world, 'kind_untold');
  if (!isListed || isHidden)
    violated(world, 'seen', `${pressId} is ${row.state} here, not with AURA, on no list`);
}

/** A real callout of the person was open at the press or later. */
function hasHelp(world: World, { customerId, pressedAtMs }: Device): boolean {
  return world.aura.callouts.some(
    (callout) =>
      callout.customerId === customerId &&
      !callout.isTest &&
      (callout.closedAtMs === null || callout.closedAtMs >= (pressedAtMs ?? 0)),
  );
}

/** AURA cancels a callout at our request. */
export function checkCancelled(world: World, { id }: TrueCallout) {
  for (const press of world.database.presses.values()) {
    const isHelp = press.calloutId === id && press.state === 'delivered' && press.kind === 'real';
    if (!isHelp) continue;
    if (world.apart.size > 0) note(world, 'journal_apart');
    else violated(world, 'true', `callout ${id} is called off, and it is the help of ${press.id}`);
  }
}

export const deviceOf = ({ devices }: World, id: string) => devices.find(({ pressId }) => pressId === id);

/** Ends are final, except for a reopened withdrawal and a press that turns out to be delivered. */
export function checkChange(world: World, before: Press | null, after: Press) {
  if (before && before.state !== 'recorded' && before.state !== after.state) {
    const isOpenedAgain = after.state === 'recorded' && after.withdrawRequestedAt !== null;
    const isThereAfterAll = after.state === 'delivered' && before.state !== 'withdrawn';
    if (before.state === 'delivered') {
      violated(world, 'true', `${after.id} was delivered, and is ${after.state}`);
    } else if (!isOpenedAgain && !isThereAfterAll) {
      violated(world, 'true', `${after.id} was ${before.state}, and is ${after.state}`);
    }
  }
  const device = deviceOf(world, after.id);
  if (device && before === null) device.arrivedAtMs = world.ms;
  if (device && after.state === 'delivered') device.deliveredAtMs ??= world.ms;
  const hasEnded = after.state !== 'recorded' && after.state !== 'delivered';
  if (hasEnded && before?.state !== after.state) checkEnd(world, after);
}

/** A press that ends without AURA leaves no open callout that no other press needs. */
function checkEnd(world: World, press: Press) {
  for (const callout of world.aura.callouts) {
    if (!callout.isOpen || callout.isCancelled || callout.byPress !== press.id) continue;
    if (isHelpOfAnother(world, press, callout)) continue;
    if (callout.excuse) return note(world, callout.excuse);
    if (isKindUnclear(world, callout.customerId)) return note(world, 'kind_untold');
    if (world.aura.listDelayMs > 0 && world.exceptions.has('late_list')) return note(world, 'late_list');
    if (isApart(world, press.id)) return note(world, 'journal_apart');
    const invariant = press.state === 'withdrawn' ? 'taken back' : 'true';
    violated(world, invariant, `${press.id} ended as ${press.state}, and callout ${callout.id} is open`);
  }
}

export function isHelpOfAnother(world: World, press: Press, callout: TrueCallout): boolean {
  for (const other of world.database.presses.values()) {
    if (other.id === press.id || other.personId !== press.personId || other.withdrawRequestedAt) continue;
    if (other.calloutId === callout.id || (other.state === 'recorded' && other.lastAttemptAt)) return true;
  }
  return false;
}

/** A part of the press was, or is, handled without the database. */
export function isApart(world: World, pressId: string): boolean {
  return world.apart.has(pressId) || isInJournal(world, pressId);
}

/** AURA does not mark tests, and the person has made one. */
function isKindUnclear(world: World, customerId: number): boolean {
  if (world.aura.tellsKind) return false;
  return world.devices.some((device) => device.customerId === customerId && device.kind === 'test');
}

/** AURA makes a new callout. */
export function checkMade(world: World, request: Request, made: TrueCallout) {
  const { pressId } = request;
  const own = world.aura.callouts.findLast(({ byPress }) => byPress === pressId);
  const device = deviceOf(world, pressId);
  const wasWithdrawn = device && device.withdrawnAtMs !== null && device.withdrawnAtMs < world.ms;
  if (!own && wasWithdrawn && request.kind === 'real') {
    const excuse = request.excuse ?? (isApart(world, pressId) ? 'journal_apart' : null);
    if (excuse) note(world, excuse);
    else
      violated(
        world,
        'taken back',
        `callout ${made.id} is made for ${pressId}, which was said to be withdrawn`,
      );
  }
  // A test may be made again after it was cancelled for a real press.
  if (!own || request.kind === 'test') return;
  const excuse = request.excuse ?? (isKindUnclear(world, request.customerId) ? 'kind_untold' : null);
  if (excuse) return note(world, excuse);
  const row = world.database.presses.get(pressId);
  if (own.isCancelled) {
    if (row?.state === 'recorded' && row.withdrawRequestedAt) return note(world, 'called_off_under_way');
    if (isApart(world, pressId)) return note(world, 'journal_apart');
    return violated(
      world,
      'once',
      `callout ${made.id} is made for ${pressId}, whose ${own.id} was called off`,
    );
  }
  if (row?.state !== 'delivered') return note(world, 'closed_before_heard');
  const deliveredAtMs = device?.deliveredAtMs ?? null;
  if (deliveredAtMs !== null && deliveredAtMs >= request.lookedAtMs - APART_MS)
    return note(world, 'stray_after_close');
  if (isApart(world, pressId)) return note(world, 'journal_apart');
  violated(world, 'once', `callout ${made.id} is made for ${pressId}, which ${own.id} has answered`);
}

/** Checks a call to create a callout as it begins. */
export function checkBegin(world: World, task: Task) {
  const device = world.devices.find(({ pressId }) => pressId === task.pressId);
  const row = world.database.presses.get(task.pressId);
  if (!device) return;
  checkAge(world, task, device, row);
  const isWithout = task.isWithoutDatabase;
  if (device.withdrawnAtMs !== null && device.withdrawnAtMs < task.lookedAtMs) {
    if (isWithout || isApart(world, task.pressId)) note(world, 'journal_apart');
    else violated(world, 'taken back', `${task.pressId} is sent after it was said to be taken back`);
  }
  if (!isWithout && row) checkClaim(world, task, row);
  if (!isWithout) checkPace(world, task, device);
}

function checkAge(world: World, task: Task, device: Device, row: Press | undefined) {
  // A repeat that only a journal has is dated by its entry.
  const entry = task.isWithoutDatabase ? task.process.journal.get(task.pressId) : undefined;
  const known = task.isWithoutDatabase ? entry : row;
  const since = known?.receivedAt.getTime() ?? task.lookedAtMs;
  if (known !== row && row && world.ms - row.receivedAt.getTime() >= EXPIRY_MS) note(world, 'journal_apart');
  if (world.ms - since >= EXPIRY_MS + APART_MS) {
    if (task.isWithoutDatabase && world.unwritten.has(task.pressId)) note(world, 'bad_disk');
    else if (task.lookedAtMs - since < EXPIRY_MS + APART_MS) note(world, 'stalled');
    else if (isApart(world, task.pressId)) note(world, 'journal_apart');
    else violated(world, 'not late', `${task.pressId} is sent after its expiry`);
  }
  const { pressedAtMs, graceMs } = device;
  if (device.isReleased || device.isWithdrawalRequested || graceMs === 0 || pressedAtMs === null) return;
  if (world.ms >= pressedAtMs + graceMs - APART_MS) return;
  if (world.unwritten.has(task.pressId)) note(world, 'nothing_could_hold');
  else if (task.isWithoutDatabase) note(world, 'journal_apart');
  else violated(world, 'not early', `${task.pressId} is sent within its grace`);
}

/** No two running calls are covered by their leases at once. */
function checkClaim(world: World, task: Task, row: Press) {
  if (world.ms - task.lookedAtMs > APART_MS || row.state !== 'recorded') return;
  const others = world.tasks.filter(
    (other) => other !== task && other.pressId === task.pressId && other.next.kind === 'create',
  );
  const isShared = others.some(
    ({ lookedAtMs, isWithoutDatabase }) => !isWithoutDatabase && world.ms - lookedAtMs < LEASE_MS - APART_MS,
  );
  // A recovered entry revokes the lease of a holder that does not know of it.
  if (isShared && isApart(world, task.pressId)) note(world, 'journal_apart');
  else if (isShared) violated(world, 'once', `${task.pressId} is in two hands at once`);
}

/** Attempts follow the exponential backoff: pauses double up to 30 s. */
function checkPace(world: World, { pressId, lookedAtMs }: Task, { begun, nudges }: Device) {
  begun.push(lookedAtMs);
  const attempts = begun.length - nudges;
  const tookMs = Math.max(...begun) - Math.min(...begun);
  let leastMs = 0;
  for (let attempt = 2; attempt < attempts; attempt += 1)
    leastMs += Math.min(15_000, 250 * 2 ** (attempt - 1));
  if (attempts > 2 && tookMs < leastMs) {
    violated(world, 'bounded', `${pressId} was begun ${begun.length} times in ${tookMs} ms`);
  }
}

/** A press takes the answer of another: its callout was open when the device pressed, or later. */
export function checkShared(world: World, pressId: string, calloutId: number) {
  const callout = world.aura.callouts.find(({ id }) => id === calloutId);
  const pressedAtMs = deviceOf(world, pressId)?.pressedAtMs ?? null;
  if (!callout || callout.closedAtMs === null || pressedAtMs === null) return;
  if (callout.closedAtMs < pressedAtMs - APART_MS)
    violated(world, 'true', `${pressId} takes the answer ${calloutId}, which had closed before the press`);
}

/** Bounds the effects of one task. */
export function checkEffects(world: World, task: Task) {
  if (task.effects > MOST_EFFECTS) violated(world, 'bounded', `${task.what} needs ${task.effects} effects`);
}

/** Checks a receipt that a device gets. */
export function checkHeard(
  world: World,
  device: Device,
  { state, calloutId }: Receipt,
  fromJournal: boolean,
) {
  if (state !== 'delivered') return;
  if (calloutId !== null) device.helpedBy.add(calloutId);
  const callout = world.aura.callouts.find(({ id }) => id === calloutId);
  if (!callout || callout.customerId !== device.customerId) {
    return violated(world, 'true', `${device.pressId} was said to be delivered, and AURA has nothing`);
  }
  if (device.kind === 'test' || (!callout.isTest && !callout.isCancelled)) return;
  const { tellsKind, tellsDates } = world.aura;
  if (callout.isTest && !tellsKind) return note(world, 'kind_untold');
  if (fromJournal && !(tellsKind && tellsDates)) return note(world, 'journal_cannot_tell');
  if (isApart(world, device.pressId) || world.apart.size > 0) return note(world, 'journal_apart');
  violated(world, 'true', `${device.pressId} was said to be delivered by ${callout.id}, which is no help`);
}
