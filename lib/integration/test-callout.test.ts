import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { runWritingDoctor } from '#lib/integration/run-writing-doctor.ts';
import { patience } from '#lib/testing/patience.ts';
import { raiseTestCallout, registerTestPerson } from '#lib/testing/test-callout.ts';
import { findingsOf, wrongAt } from '#lib/testing/test-doctor.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

const world = await testWorld({ APP_URL: 'https://vigil.test', AURA_SUBSCRIPTION_TYPE_ID: '4' });

afterEach(async () => {
  vi.restoreAllMocks();
  await world.restoreAura();
});

// The transport waits by chance between its attempts: here it does not wait.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

const admin = operatorActor('admin', 'operator-1', 'Admin', '192.0.2.1');
const CUSTOMERS_BEFORE = 100_000;

const write = (customerId?: number) => findingsOf(runWritingDoctor(admin, { confirmed: true, customerId }));

describe('the doctor with a TEST callout', () => {
  test('is refused without a confirmation, and for what is no customer number', async () => {
    expect(await runWritingDoctor(admin, {})).toMatchObject({ ok: false, code: 'input.invalid' });
    expect(await runWritingDoctor(admin, { confirmed: 'yes' })).toMatchObject({ code: 'input.invalid' });
    const asked = { confirmed: true, customerId: 'x' };
    expect(await runWritingDoctor(admin, asked)).toMatchObject({
      fields: { customerId: expect.any(String) },
    });
  });

  test('creates, reads, opens and cancels one, and leaves no customer behind', async () => {
    const before = await counts();
    const found = await write();
    expect(wrongAt(found)).toEqual({});
    expect(await counts()).toEqual({
      createCustomer: before.createCustomer + 1,
      createCallout: before.createCallout + 1,
      cancelCallout: before.cancelCallout + 1,
      deleteCustomer: before.deleteCustomer + 1,
    });
    const customerId = Number(/Customer (\d+)/.exec(found.get('customer')?.seen ?? '')?.[1]);
    expect(customerId).toBeGreaterThan(CUSTOMERS_BEFORE);
    expect(found.get('read_back')?.seen).toContain('classification TEST');
    const { rows } = await pool().query(
      `select action, detail from audit_entry where action like 'integration.%' order by id desc limit 2`,
    );
    expect(rows).toEqual([
      { action: 'integration.run_doctor', detail: expect.stringMatching(/^TEST callout .* 12 ok/) },
      { action: 'integration.begin_doctor', detail: 'TEST callout on a customer of its own' },
    ]);
  });

  test('takes the customer that is named, and leaves them', async () => {
    const { customerId } = await registerTestPerson();
    const deleted = await world.callsOf('deleteCustomer');
    const found = await write(customerId);
    expect(wrongAt(found)).toEqual({ forget_customer: 'not_run' });
    expect(found.get('test_callout')?.seen).toMatch(/^TEST callout \d+/);
    expect(await world.callsOf('deleteCustomer')).toBe(deleted);
  });

  test('sends nothing for a customer with an open callout or pending press', async () => {
    const { calloutId } = await raiseTestCallout();
    const { customerId } = await customerOf(calloutId);
    const created = await world.callsOf('createCallout');
    expect((await write(customerId)).get('test_callout')).toMatchObject({ problem: 'customer_busy' });

    const pressed = await registerTestPerson();
    await pool().query(
      `insert into press (id, person_id, kind, state, pressed_at, received_at)
       values (gen_random_uuid(), $1, 'real', 'recorded', now(), now())`,
      [pressed.personId],
    );
    expect((await write(pressed.customerId)).get('test_callout')).toMatchObject({ problem: 'customer_busy' });
    expect(await world.callsOf('createCallout')).toBe(created);
  });

  test('does not touch a callout that began at the same moment', async () => {
    const { customerId } = await registerTestPerson();
    await world.control('POST', 'faults', {
      operation: 'createCallout',
      effect: 'latency',
      latencyMs: 3_500,
    });
    const cancelled = await world.callsOf('cancelCallout');
    const running = write(customerId);
    await hasMet('createCallout');
    await world.control('DELETE', 'faults');
    await createRealCallout(customerId);
    expect((await running).get('test_callout')).toMatchObject({ problem: 'existing_callout' });
    expect(await world.callsOf('cancelCallout')).toBe(cancelled);
  });

  test('knows a customer without a subscription, and one whom AURA does not know', async () => {
    const unknown = await write(999_999);
    expect(unknown.get('customer')).toMatchObject({ problem: 'customer_unknown' });
    const bare = await bareCustomer();
    const found = await write(bare);
    expect(found.get('customer')).toMatchObject({ problem: 'no_subscription' });
    expect(found.get('test_callout')).toMatchObject({ state: 'not_run' });
  });

  test.each([
    ['auto', 'warning', 'frame_refused'],
    ['embed', 'failed', 'frame_empty'],
    ['redirect', 'ok', null],
  ] as const)('knows a page that refuses its frame, under TRACKING_MODE %s', async (mode, state, problem) => {
    testEnv({ TRACKING_MODE: mode });
    await world.flip({ trackingFrame: 'refused' });
    const found = (await write()).get('tracking_page');
    await world.flip({ trackingFrame: 'allowed' });
    expect(found).toMatchObject({ state, problem });
  });

  test.each([
    ['absent', 'link_missing'],
    ['not_https', 'link_refused'],
    ['foreign', 'link_refused'],
  ])('knows a tracking link that is %s', async (position, problem) => {
    await world.flip({ trackingUrl: position });
    const found = await write();
    await world.flip({ trackingUrl: 'good' });
    expect(wrongAt(found)).toEqual({ tracking_page: problem });
  });

  test('cleans up although the answer was lost, and reports what it could not clean up', async () => {
    await world.control('POST', 'faults', {
      operation: 'createCallout',
      effect: 'status_after',
      status: 500,
    });
    await world.control('POST', 'faults', { operation: 'deleteCustomer', effect: 'status', status: 500 });
    const found = await write();
    expect(found.get('test_callout')).toMatchObject({
      problem: 'aura_error',
      seen: expect.stringMatching(/made all the same: callout \d+/),
    });
    expect(found.get('cancel')).toMatchObject({ state: 'ok' });
    expect(found.get('forget_customer')).toMatchObject({ problem: 'left_behind' });
  });
});

async function counts() {
  const names = ['createCustomer', 'createCallout', 'cancelCallout', 'deleteCustomer'] as const;
  const found = await Promise.all(names.map(async (name) => [name, await world.callsOf(name)] as const));
  return Object.fromEntries(found) as Record<(typeof names)[number], number>;
}

async function customerOf(calloutId: number): Promise<{ customerId: number }> {
  const { rows } = await pool().query<{ id: string }>(
    'select aura_customer_id as id from person join callout on person_id = person.id where callout.id = $1',
    [calloutId],
  );
  return { customerId: Number(rows[0]?.id) };
}

/** Resolves when a call to an operation has met a fault. */
async function hasMet(operation: string): Promise<void> {
  const schema = z.object({ faults: z.array(z.object({ operation: z.string(), hits: z.number() })) });
  await vi.waitFor(
    async () => {
      const { faults } = schema.parse(await world.control('GET', 'faults'));
      expect(faults.find((fault) => fault.operation === operation)?.hits).toBe(1);
    },
    { timeout: patience(20_000) },
  );
}

async function createRealCallout(customerId: number): Promise<void> {
  const location = { latitude: -26.1, longitude: 28.05 };
  await auraClient().createCallout({ customerId, location, responseTypeId: 1, calloutClassificationId: 1 });
}

async function bareCustomer(): Promise<number> {
  const customer = { name: 'Jane', surname: 'Doe', mobile: '+27829990001' };
  return (await auraClient().createCustomer({ customer })).customerId;
}
