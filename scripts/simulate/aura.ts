import type { ActiveCallout, AuraCallout, CreateOutcome } from '#lib/panic/core/press.ts';
import { checkCancelled, checkMade } from './invariants.ts';
import { note, type Request, say, type TrueCallout, type World } from './world.ts';

// The simulated AURA: returns the open callout or makes one, and loses, doubles, delays and refuses requests.

/** The longest that a request which timed out here stays in flight. */
const LONGEST_STRAY_MS = 9_000;

/** AURA carries a request out. */
function carryOut(world: World, request: Request): TrueCallout {
  const { aura } = world;
  for (const open of aura.callouts) if (open.isOpen && open.customerId === request.customerId) return open;
  const made: TrueCallout = {
    id: 500 + aura.callouts.length,
    customerId: request.customerId,
    isTest: request.kind === 'test',
    createdAt: new Date(world.ms + aura.aheadMs),
    madeAtMs: world.ms,
    isOpen: true,
    closedAtMs: null,
    isCancelled: false,
    byPress: request.pressId,
    excuse: request.excuse,
  };
  say(world, `AURA makes callout ${made.id} for ${request.pressId}`);
  checkMade(world, request, made);
  aura.callouts.push(made);
  return made;
}

function asAuraCallout(world: World, callout: TrueCallout): AuraCallout {
  const { tellsKind, tellsDates } = world.aura;
  return {
    calloutId: callout.id,
    rawStatus: callout.isCancelled && tellsKind ? 'Cancelled' : null,
    trackingUrl: null,
    responseTypeId: null,
    isTest: tellsKind && world.planted !== 'test_counts' ? callout.isTest : null,
    createdAt: tellsDates ? callout.createdAt : null,
    place: null,
  };
}

const NO_CALLOUT = {
  ...{ rawStatus: null, trackingUrl: null, responseTypeId: null, isTest: null, createdAt: null, place: null },
};

const failed = (mayExist: boolean): CreateOutcome => ({
  kind: 'failed',
  problem: 'aura_unavailable',
  mayExist,
});
const refused = (mayExist: boolean): CreateOutcome => ({ kind: 'rejected', problem: 'refused', mayExist });

/** One call to create a callout, and the answer to its caller. */
export function create(world: World, request: Request): CreateOutcome {
  const outcome = answerTo(world, request);
  if (world.planted === 'delivered_unheard' && outcome.kind === 'failed') {
    return { kind: 'created', callout: { ...NO_CALLOUT, calloutId: 999 } };
  }
  if (world.planted === 'lost_is_nothing' && outcome.kind !== 'created')
    return { ...outcome, mayExist: false };
  return outcome;
}

function answerTo(world: World, request: Request): CreateOutcome {
  if (world.areFaultsOver)
    return { kind: 'created', callout: asAuraCallout(world, carryOut(world, request)) };
  const { mode } = world.aura;
  if (mode === 'refusing') return refused(false);
  const chosen = world.choices.next(mode === 'up' ? 20 : 4) + (mode === 'up' ? 0 : 16);
  if (chosen < 10) return { kind: 'created', callout: asAuraCallout(world, carryOut(world, request)) };
  if (chosen < 13) {
    carryOut(world, request);
    say(world, 'AURA’s answer is lost');
    return failed(true);
  }
  if (chosen === 13) {
    carryOut(world, request);
    say(world, 'AURA’s answer is lost, the next try refused');
    return refused(true);
  }
  if (chosen === 14) {
    stray(world, { ...request, excuse: 'twin_after_end' });
    return { kind: 'created', callout: asAuraCallout(world, carryOut(world, request)) };
  }
  if (chosen === 15) {
    stray(world, request);
    return failed(true);
  }
  if (chosen === 16) return refused(false);
  say(world, 'AURA does not answer');
  return failed(chosen !== 17);
}

function stray(world: World, request: Request): void {
  const atMs = world.ms + (world.choices.next(9) + 1) * (LONGEST_STRAY_MS / 9);
  say(world, `a request of ${request.pressId} stays on its way`);
  world.aura.strays.push({ request, atMs: Math.min(atMs, request.begunAtMs + LONGEST_STRAY_MS) });
}

/** Delivers one stray request whose time has come. */
export function arrive(world: World): boolean {
  const { strays } = world.aura;
  const index = strays.findIndex(({ atMs }) => atMs <= world.ms);
  const [arrived] = index === -1 ? [] : strays.splice(index, 1);
  if (!arrived) return false;
  say(world, `a request of ${arrived.request.pressId} arrives late`);
  carryOut(world, arrived.request);
  return true;
}

/** AURA's list of open callouts; null without an answer. */
export function list(world: World): { active: ActiveCallout[]; isWhole: boolean } | null {
  const { aura, choices, areFaultsOver } = world;
  if (!areFaultsOver && (aura.mode === 'away' || choices.next(10) === 9)) return null;
  const active: ActiveCallout[] = [];
  const delayMs = areFaultsOver ? 0 : aura.listDelayMs;
  for (const callout of aura.callouts) {
    if (!callout.isOpen) continue;
    if (callout.madeAtMs > world.ms - delayMs) note(world, 'late_list');
    else active.push({ customerId: callout.customerId, callout: asAuraCallout(world, callout) });
  }
  return { active, isWhole: areFaultsOver || choices.next(12) !== 11 };
}

/** AURA cancels a callout; false when it did not confirm it. */
export function cancel(world: World, calloutId: number): boolean {
  const { aura, choices, areFaultsOver } = world;
  const chosen = areFaultsOver ? 0 : choices.next(8);
  if (!areFaultsOver && (aura.mode !== 'up' || chosen === 7)) return false;
  const callout = aura.callouts.find(({ id }) => id === calloutId);
  if (!callout?.isOpen) return false;
  callout.isCancelled = true;
  callout.isOpen = aura.keepsCancelledOpen;
  callout.closedAtMs = callout.isOpen ? null : world.ms;
  checkCancelled(world, callout);
  say(world, `AURA cancels callout ${calloutId}`);
  return chosen !== 6;
}

/** AURA closes a callout by itself, as after a response. */
export function close(world: World): void {
  const open = world.aura.callouts.filter(({ isOpen }) => isOpen);
  const callout = open[world.choices.next(Math.max(1, open.length))];
  if (!callout) return;
  callout.isOpen = false;
  callout.closedAtMs = world.ms;
  say(world, `AURA closes callout ${callout.id}`);
}
