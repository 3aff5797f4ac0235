import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor } from '#lib/identity/actor.ts';
import { commitPress, commitWithCallout } from '#lib/panic/commit-store.ts';
import {
  beginning,
  cancelling,
  claiming,
  delivering,
  ending,
  endingGrace,
  linking,
  releasing,
  renewing,
  reopening,
  requestingWithdrawal,
} from '#lib/panic/core/changes.ts';
import { applyCommit, type Commit, canAnswer } from '#lib/panic/core/commit.ts';
import type { CreatedCallout, LeasedPress, Press } from '#lib/panic/core/press.ts';
import { bettering } from '#lib/panic/core/raise.ts';
import { receiptFor } from '#lib/panic/core/receipt.ts';
import { asPress, toNewPress } from '#lib/panic/device/new-press.ts';
import { keepBetterFix } from '#lib/panic/fix-store.ts';
import { sentPressInput } from '#lib/panic/schema.ts';
import { findPress, insertPress } from '#lib/panic/store.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

// The store's statements against the protocol's model: the same writes are refused, and the presses and receipts after
// them are equal.

const EXPIRY_MINUTES = 10;
const LONG_AGO_MS = 3_600_000;

/** The model's press, and the leases that processes believe to have. */
type Both = {
  person: TestPerson;
  model: Press;
  claims: LeasedPress[];
  /** What the store knows of callouts, and how often each was given out. */
  callouts: Map<number, { kind: 'real' | 'test'; isCancelled: boolean }>;
};

async function raise(
  both: Pick<Both, 'person'>,
  { isPlaced, isHeld }: { isPlaced: boolean; isHeld: boolean },
) {
  const sent = newTestPress({
    ...(isPlaced ? {} : { location: undefined }),
    ...(isHeld ? { graceSeconds: 30 } : {}),
  });
  const row = toNewPress(personActor(both.person.personId, '192.0.2.1', null), sentPressInput.parse(sent));
  const fresh = asPress(row);
  const inserted = await insertPress(row, fresh, isPlaced && !isHeld ? 4_000 : null);
  if (!inserted) throw new Error('the id is there');
  const model = await findPress(fresh.id);
  if (!model) throw new Error('not committed');
  const claims = 'customerId' in inserted ? [inserted] : [];
  return { model, claims };
}

/** Without the instants that depend on a clock. */
function decided(press: Press) {
  const { dueAt: _due, lease, sendsAt, ...rest } = press;
  return { ...rest, holder: lease?.token ?? null, isHeld: sendsAt !== null && sendsAt > new Date() };
}

function around({ model, callouts }: Both) {
  return {
    at: new Date(),
    isAnswer: (press: Press, calloutId: number) => {
      const known = callouts.get(calloutId);
      const stage = known?.isCancelled ? ('cancelled' as const) : ('raised' as const);
      const isWithdrawalRequested = model.calloutId === calloutId && model.withdrawRequestedAt !== null;
      return canAnswer(
        press,
        known ? { kind: known.kind, stage, raisedAt: new Date() } : null,
        isWithdrawalRequested,
      );
    },
  };
}

async function both(state: Both, commit: Commit, created?: CreatedCallout): Promise<void> {
  const expected = applyCommit(state.model, commit, around(state));
  const written = created ? await commitWithCallout(commit, created) : await commitPress(commit);
  expect(written === null).toBe(expected === null);
  const kept = await findPress(state.model.id);
  if (!kept) throw new Error('the press is gone');
  expect(decided(kept)).toEqual(decided(expected ?? state.model));
  const moment = { at: new Date(), expiryMinutes: EXPIRY_MINUTES };
  const { ages: _ages, ...receipt } = receiptFor(kept, moment);
  const { ages: _modelAges, ...modelReceipt } = receiptFor(
    { ...(expected ?? state.model), sendsAt: kept.sendsAt },
    moment,
  );
  expect(receipt).toEqual(modelReceipt);
  if (created && expected) {
    const known = state.callouts.get(created.calloutId);
    state.callouts.set(created.calloutId, {
      kind: known?.kind ?? created.kind,
      isCancelled: known?.isCancelled === true || created.stage === 'cancelled',
    });
  }
  // The instants that the database's clock decided go on in the model, too.
  state.model = kept;
}

type Step = (state: Both) => Promise<void>;

const held = (state: Both, use: (press: LeasedPress) => Promise<void>, which: number) => {
  const claim = state.claims[which % Math.max(1, state.claims.length)];
  return claim ? use(claim) : Promise.resolve();
};

const created = (state: Both, calloutId: number, more: Partial<CreatedCallout> = {}): CreatedCallout => ({
  ...{ calloutId, personId: state.person.personId, kind: 'real', rawStatus: null, trackingUrl: null },
  ...{ responseTypeId: null, fix: null, at: new Date(), ...more },
});

const which = fc.nat(3);
const calloutId = fc.constantFrom(900_001, 900_002);
const at = () => new Date();
const moment = () => ({ at: at(), random: 0, expiryMinutes: EXPIRY_MINUTES, auraAheadMs: null });

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>(async (state) => {
    const token = randomUUID();
    const before = state.model;
    await both(state, claiming(before, token, 4_000));
    const { lease } = state.model;
    if (lease?.token === token) state.claims.push({ ...state.model, lease, customerId: 1 });
  }),
  which.map<Step>(
    (of) => (state) => held(state, (press) => both(state, beginning(press, 4_000, moment())), of),
  ),
  which.map<Step>((of) => (state) => held(state, (press) => both(state, renewing(press, 4_000)), of)),
  fc.tuple(which, fc.constantFrom(undefined, 'aura_unavailable' as const, 'no_location' as const)).map<Step>(
    ([of, problem]) =>
      (state) =>
        held(
          state,
          (press) => both(state, releasing(press, 1_000, problem ? { lastProblem: problem } : {})),
          of,
        ),
  ),
  fc.tuple(which, fc.constantFrom('withdrawn' as const, 'rejected' as const, 'expired' as const)).map<Step>(
    ([of, as]) =>
      (state) =>
        held(state, (press) => both(state, ending(press, as, at())), of),
  ),
  fc.tuple(which, calloutId).map<Step>(
    ([of, id]) =>
      (state) =>
        held(state, (press) => both(state, delivering(press, id, at()), created(state, id)), of),
  ),
  fc.tuple(which, calloutId).map<Step>(
    ([of, id]) =>
      (state) =>
        held(state, (press) => both(state, renewing(press, 4_000, { calloutId: id })), of),
  ),
  fc.tuple(which, calloutId).map<Step>(
    ([of, id]) =>
      (state) =>
        held(
          state,
          (press) => both(state, cancelling(press, id, at()), created(state, id, { stage: 'cancelled' })),
          of,
        ),
  ),
  calloutId.map<Step>((id) => (state) => both(state, linking(state.model, id, at()))),
  fc
    .oneof(calloutId, fc.constant(null))
    .map<Step>((id) => (state) => both(state, reopening(state.model, id, at()))),
  fc.constant<Step>((state) => both(state, requestingWithdrawal(state.model, at()))),
  fc.constant<Step>((state) => both(state, endingGrace(state.model))),
  // A repeat with a position.
  fc.constant<Step>(async (state) => {
    const fix = {
      ...{ latitude: -26.3, longitude: 28.1, accuracyM: 5, fixedAt: at(), measuredAt: at() },
      fixSource: 'live' as const,
    };
    const expected = bettering(state.model, fix, at());
    expect(await keepBetterFix(state.model.id, fix)).toEqual(expected?.bettered ?? null);
    const kept = await findPress(state.model.id);
    if (!kept) throw new Error('the press is gone');
    expect(decided(kept)).toEqual(decided(expected?.press ?? state.model));
    state.model = kept;
  }),
  // The lease or the grace expires; a minute or an hour passes.
  fc.constantFrom('lease_until', 'sends_at', 'received_at').map<Step>((column) => async (state) => {
    await pool().query(`update press set ${column} = ${column} - $2 * interval '1 ms' where id = $1`, [
      state.model.id,
      LONG_AGO_MS,
    ]);
    const kept = await findPress(state.model.id);
    if (kept) state.model = kept;
  }),
);

test('the store writes and refuses what the model does, with the same receipts', async () => {
  const person = await registerTestPerson();
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.boolean(),
      fc.array(steps, { maxLength: 14 }),
      async (isPlaced, isHeld, todo) => {
        await pool().query('delete from callout_fact');
        await pool().query('delete from callout');
        await pool().query('delete from press');
        const state: Both = {
          person,
          callouts: new Map(),
          ...(await raise({ person }, { isPlaced, isHeld })),
        };
        for (const step of todo) await step(state);
      },
    ),
    { numRuns: 150 },
  );
});
