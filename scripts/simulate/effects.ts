import { type Answer, type Asked, decide, type EffectKind, type Waiting } from '#lib/panic/core/next.ts';
import type { CreateOutcome, Press } from '#lib/panic/core/press.ts';
import { type Call, callKey, mayShare, shareableAnswer } from '#lib/panic/core/shared-call.ts';
import * as aura from './aura.ts';
import * as database from './database.ts';
import { checkBegin, checkEffects, checkShared } from './invariants.ts';
import { nudge } from './nudge.ts';
import { type Exception, momentOf, type Outcome, say, type Task, type World } from './world.ts';

// Runs one effect of a task, with faults before it, after it or in the middle.

const SILENT = Symbol('no answer');

/** Runs one effect of a task and its continuation. False when the task stops here. */
export function step(world: World, task: Task): boolean {
  const { next } = task;
  if (next.kind === 'done') return false;
  task.effects += 1;
  checkEffects(world, task);
  // One case for each kind, so that the types of `asked` and answer stay together.
  const follow = <Kind extends EffectKind>(
    waiting: Waiting<Kind, Outcome>,
    carryOut: (asked: Asked<Kind>) => Answer<Kind> | typeof SILENT,
  ) => advance(world, task, waiting, carryOut(waiting.asked));
  const inDatabase = <Kind extends EffectKind>(
    waiting: Waiting<Kind, Outcome>,
    work: (world: World, asked: Asked<Kind>) => Answer<Kind>,
  ) => follow(waiting, (asked) => throughDatabase(world, task, () => work(world, asked)));
  switch (next.kind) {
    case 'insert':
      return inDatabase(next, (_world, asked) => {
        // The first attempt's last check is the arrival of the request.
        if (asked.isBegun) task.lookedAtMs = task.datedMs = asked.press.receivedAt.getTime();
        return database.insert(world, asked);
      });
    case 'commit':
      return inDatabase(next, (_world, asked) => {
        const after = database.commit(world, asked);
        const { set, addAttempts, dueInMs } = asked.change;
        if (after && addAttempts) {
          task.lookedAtMs = world.ms;
          task.datedMs = set?.lastAttemptAt?.getTime() ?? world.ms;
        }
        // After an open test was cancelled the press is due at once, but only the first time.
        if (after && dueInMs === 0 && set?.lastProblem === 'test_open') nudge(world, asked.pressId);
        return after;
      });
    case 'find':
      return inDatabase(next, (_world, { pressId }) => world.database.presses.get(pressId) ?? null);
    case 'claim':
      return inDatabase(next, (_world, { pressId }) => database.claim(world, pressId));
    case 'settle':
      return inDatabase(next, database.settle);
    case 'link':
      return inDatabase(next, database.link);
    case 'keepCallout':
      return inDatabase(next, (_world, created) => {
        database.keep(world, created);
        return null;
      });
    case 'others':
      return inDatabase(next, (_world, { personId }) => others(world, task, personId));
    case 'known':
      return inDatabase(next, (_world, { calloutId }) => {
        const known = world.database.callouts.get(calloutId);
        if (!known) return null;
        return world.planted === 'test_counts' ? { ...known, kind: 'real' } : { ...known };
      });
    case 'owners':
      return inDatabase(next, () => owners(world));
    case 'better':
      return inDatabase(next, database.better);
    case 'recover':
      return inDatabase(next, database.recover);
    case 'unlinked':
      return inDatabase(next, database.unlinked);
    default:
      return outside(world, task, next);
  }
}

/** An attempt that is sent later than this after its write may outlive the wait for stray requests. */
const AT_ONCE_MS = 500;

function stalled(world: World, { lookedAtMs, datedMs }: Task): Exception | null {
  return world.ms - Math.min(lookedAtMs, datedMs) > AT_ONCE_MS ? 'stalled' : null;
}

type Outside =
  | 'create'
  | 'keptPlace'
  | 'list'
  | 'cancel'
  | 'entry'
  | 'forget'
  | 'letGo'
  | 'underWay'
  | 'place';

function outside(
  world: World,
  task: Task,
  next: { [Kind in Outside]: Waiting<Kind, Outcome> }[Outside],
): boolean {
  const { process } = task;
  switch (next.kind) {
    case 'create':
      return advance(world, task, next, create(world, task, next.asked));
    case 'keptPlace':
      return advance(world, task, next, world.choices.next(4) === 3 && !world.areFaultsOver ? null : 'none');
    case 'list':
      return advance(world, task, next, aura.list(world));
    case 'cancel':
      return advance(world, task, next, aura.cancel(world, next.asked.calloutId));
    case 'entry':
      return advance(world, task, next, entry(world, task, next.asked));
    case 'forget':
      if (process.journal.get(next.asked.pressId) === next.asked.kept)
        process.journal.delete(next.asked.pressId);
      return advance(world, task, next, null);
    case 'letGo':
      process.held.delete(next.asked.pressId);
      return advance(world, task, next, null);
    case 'underWay':
      return advance(world, task, next, null);
    case 'place':
      return advance(world, task, next, null);
  }
}

/** Takes the answer of another press's call of this process, or calls AURA. */
function create(world: World, task: Task, asked: Asked<'create'>): CreateOutcome {
  const { process, pressId } = task;
  const key = callKey(asked);
  const { at } = momentOf(world, process);
  const call = process.calls.get(key);
  if (call?.answer && isShared(world, call, asked, at)) {
    const { callout } = call.answer;
    call.askedBy.add(pressId);
    checkShared(world, pressId, callout.calloutId);
    say(world, `${pressId} takes the answer of another press: ${callout.calloutId}`);
    return { kind: 'created', callout };
  }
  checkBegin(world, task);
  const { customerId, kind } = asked;
  const times = { begunAtMs: world.ms, lookedAtMs: task.lookedAtMs };
  const outcome = aura.create(world, { pressId, customerId, kind, ...times, excuse: stalled(world, task) });
  const callout = shareableAnswer(outcome, asked);
  if (callout) process.calls.set(key, { askedBy: new Set([pressId]), answer: { callout, at } });
  else process.calls.delete(key);
  return outcome;
}

function isShared({ planted }: World, call: Call, asked: Asked<'create'>, at: Date): boolean {
  const answeredAt = call.answer?.at ?? at;
  return mayShare(call, planted === 'old_answer_shared' ? { ...asked, receivedAt: answeredAt } : asked, at);
}

function others({ planted, database: { presses } }: World, task: Task, personId: string): Press[] {
  task.looks += 1;
  if (planted === 'others_forgotten' || (planted === 'linked_after_cancelling' && task.looks > 1)) return [];
  return [...presses.values()].filter((press) => press.personId === personId);
}

function owners({ database: { callouts } }: World): Map<number, string> {
  return new Map([...callouts].map(([id, { personId }]) => [id, personId]));
}

/** The database may be away, lose its answer, or do the work after its caller's timeout. */
function throughDatabase<Value>(world: World, task: Task, work: () => Value): Value | typeof SILENT {
  if (!world.database.isUp) return SILENT;
  const chosen = world.areFaultsOver ? 0 : world.choices.next(40);
  if (chosen < 37) return work();
  if (chosen === 37) {
    say(world, 'the database does it, and its answer is lost');
    work();
  } else if (chosen === 38 && !isUndone(task)) {
    say(world, 'the database will do it later');
    world.database.late.push({
      run: work,
      task: { ...task, isAwaited: false, isAbandoned: true },
      asker: task,
    });
  } else say(world, 'the database does not do it');
  return SILENT;
}

/** A withdrawal request is aborted at its timeout, so it is never written later. */
function isUndone({ next }: Task): boolean {
  return next.kind === 'commit' && next.asked.change.keepFirst?.withdrawRequestedAt !== undefined;
}

/** Runs a delayed statement; its abandoned task goes on with the answer. */
export function carryOutLate(world: World): boolean {
  const late = world.database.isUp ? world.database.late.shift() : undefined;
  if (!late) return false;
  say(world, `late: ${late.task.process.name} ${late.task.next.kind} ${late.task.pressId}`);
  const { task, asker } = late;
  const answer = late.run();
  task.lookedAtMs = asker.lookedAtMs;
  task.datedMs = asker.datedMs;
  // Its process may have died meanwhile.
  if (!task.process.isUp || task.next.kind === 'done') return true;
  const waiting = task.next as Waiting<EffectKind, Outcome>;
  // The answer comes from this effect's own work, so the types agree.
  if (advance(world, task, waiting, answer as Answer<EffectKind>)) world.tasks.push(task);
  return true;
}

function entry(world: World, task: Task, { pressId, change, isUnreadableAbsent }: Asked<'entry'>) {
  const { process } = task;
  const chosen = world.areFaultsOver ? 0 : world.choices.next(40);
  const kept = process.journal.get(pressId) ?? null;
  if (chosen === 39 && !isUnreadableAbsent) return SILENT;
  const before = chosen === 39 ? null : kept;
  if (chosen === 39 && kept) world.unwritten.add(pressId);
  const after = change(before, momentOf(world, process));
  if (after === null) return { before, entry: before, isKept: before !== null };
  if (after.attempts > (before?.attempts ?? 0)) task.lookedAtMs = task.datedMs = world.ms;
  task.isWithoutDatabase = true;
  world.apart.add(pressId);
  if (chosen === 38) {
    world.unwritten.add(pressId);
    return { before, entry: after, isKept: false };
  }
  if (world.planted !== 'entry_not_written') process.journal.set(pressId, after);
  return { before, entry: after, isKept: true };
}

function advance<Kind extends EffectKind>(
  world: World,
  task: Task,
  waiting: Waiting<Kind, Outcome>,
  answer: Answer<Kind> | typeof SILENT,
): boolean {
  const moment = momentOf(world, task.process);
  const { process, pressId, what } = task;
  if (world.log) say(world, `${process.name} ${what} ${pressId}: ${waiting.kind}${inWords(waiting, answer)}`);
  if (answer !== SILENT) task.next = decide(waiting, answer, moment);
  else if (waiting.onSilence && !task.isAbandoned) task.next = waiting.onSilence(moment);
  else return false;
  return true;
}

type AnswerShape = {
  state?: string;
  kind?: string;
  callout?: { calloutId: number };
  entry?: { state: string; attempts: number };
};

function inWords<Kind extends EffectKind>({ kind, asked }: Waiting<Kind, Outcome>, answer: unknown): string {
  if (answer === SILENT) return ' → no answer';
  if (kind === 'commit' && asked && typeof asked === 'object' && 'change' in asked) {
    return ` ${JSON.stringify(asked.change)} → ${answer ? 'written' : 'refused'}`;
  }
  if (answer === null) return ' → nothing';
  if (typeof answer !== 'object') return ` → ${String(answer)}`;
  const { state, kind: outcome, callout, entry } = answer as AnswerShape;
  const what = entry ? `${entry.state}, attempt ${entry.attempts}` : (state ?? outcome ?? '');
  return ` → ${what}${callout ? ` ${callout.calloutId}` : ''}`;
}
