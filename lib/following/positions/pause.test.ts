import { afterEach, describe, expect, test } from 'vitest';
import { POST } from '#app/api/callouts/[calloutId]/location/route.ts';
import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();

afterEach(() => world.restoreAura());

const viewer = operatorActor('viewer', 'operator-1', 'Operator');
const HERE = { latitude: -26.1, longitude: 28.05, accuracy: 12 };
const FAR = { latitude: -33.9, longitude: 18.4, accuracy: 12 };
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

async function openCallout() {
  const { calloutId, personId } = await raiseTestCallout();
  const send = (body: unknown, asPerson = personId) => post(calloutId, asPerson, body);
  const detail = async () => {
    const read = await readStatus(viewer, { calloutId });
    if (!read.ok) throw new Error(read.code);
    return read.value;
  };
  /** As if the last position was sent to AURA long ago. */
  const letTimePass = () =>
    pool().query(`update callout_position set due_at = 'epoch' where callout_id = $1`, [calloutId]);
  return { calloutId, personId, send, detail, letTimePass };
}

async function post(calloutId: number, personId: string, body: unknown): Promise<Response> {
  const token = signPressToken({ personId, customerId: 1, edition: 1, issuedAtMs: Date.now() });
  const request = new Request(`http://localhost/api/callouts/${calloutId}/location`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ calloutId: `${calloutId}` }) });
}

async function atAura(calloutId: number): Promise<{ latitude: number; longitude: number }[]> {
  const response = await fetch(`${world.sandbox.url}/sandbox/callouts`);
  // Safe: the sandbox's own form, and a test that reads it wrongly fails.
  const { callouts } = (await response.json()) as { callouts: { id: number; trail: (typeof HERE)[] }[] };
  // The first is the position of the press.
  return callouts.find(({ id }) => id === calloutId)?.trail.slice(1) ?? [];
}

describe('a pause', () => {
  test('is shown with its reason until a fix comes that was sent after it', async () => {
    const { send, detail } = await openCallout();
    await send({ ...HERE, fixedAt: inMs(-12_000) });
    expect((await send({ paused: 'hidden', sentAt: inMs(-6_000) })).status).toBe(202);
    const paused = { state: 'paused', pauseReason: 'hidden', newest: HERE };
    expect((await detail()).following).toMatchObject(paused);
    await send({ fixes: [{ ...HERE, fixedAt: inMs(-9_000) }], sentAt: inMs(-9_000) });
    expect(await detail()).toMatchObject({ following: paused, trail: [{}, {}] });
    await send({ ...HERE, fixedAt: inMs(-1_000) });
    expect((await detail()).following).toMatchObject({ state: 'live', pauseReason: null });
  });

  test('is detected when the device goes silent', async () => {
    const { calloutId, send, detail } = await openCallout();
    await send({ ...HERE, fixedAt: inMs(-1_000) });
    await pool().query(
      `update callout_position set heard_at = now() - interval '41 seconds' where callout_id = $1`,
      [calloutId],
    );
    expect((await detail()).following).toMatchObject({ state: 'paused', pauseReason: null });
  });

  test('of a second device changes nothing, and its fixes are kept apart', async () => {
    const { calloutId, send, detail } = await openCallout();
    await send({ fixes: [{ ...HERE, fixedAt: inMs(-2_000) }], device: 'phone' });
    await send({ fixes: [{ ...FAR, fixedAt: inMs(-1_000) }], device: 'laptop' });
    await send({ paused: 'closed', device: 'laptop' });
    expect(await detail()).toMatchObject({
      following: { state: 'live', newest: HERE },
      trail: [{ doubt: 'other_device' }, { doubt: null }],
    });
    await send({ paused: 'closed', device: 'phone' });
    await send({ fixes: [{ ...FAR, fixedAt: inMs(-500) }], device: 'laptop' });
    expect((await detail()).following).toMatchObject({ state: 'live' });
    expect(await atAura(calloutId)).toHaveLength(1);
  });
});
