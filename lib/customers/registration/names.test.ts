import { afterEach, beforeEach, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { anonymousActor } from '#lib/identity/actor.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { completeRegistration } from './complete-registration.ts';
import { startRegistration } from './start-registration.ts';

const world = await testWorld();

let serial = 0;
let mobile = '';
let visitor = anonymousActor('192.0.2.1');
beforeEach(() => {
  serial += 1;
  mobile = `+2782${String(serial).padStart(7, '0')}`;
  visitor = anonymousActor(`192.0.2.${serial}`);
});

const NAMES = { name: 'محمد', surname: 'علي' };

async function register(latinName = '') {
  const started = await startRegistration(visitor, {
    ...NAMES,
    latinName,
    mobile,
    subscriptionTypeId: '4',
  });
  if (!started.ok) throw new Error(started.code);
  const { registrationId } = started.value;
  return completeRegistration(visitor, { registrationId, code: await world.codeFor(mobile) });
}

const kept = async () => {
  const { rows } = await pool().query(
    'select name, surname, latin_name as latin, latin_at_aura as only, aura_customer_id as id from person where mobile_hash = $1',
    [mobileColumns(mobile).mobileHash],
  );
  return rows[0];
};
const atAura = async () => {
  const { id } = await kept();
  const { name, surname } = await auraClient().readCustomer(
    { customerId: Number(id) },
    { deadlineMs: 10_000 },
  );
  return { name, surname };
};

afterEach(() => world.flip({ nameLetters: 'any' }));

test('a name in another script is kept and sent as it is written, with how to say it', async () => {
  expect(await register('Muhammad Ali')).toMatchObject({ ok: true });
  expect(await kept()).toMatchObject({ ...NAMES, latin: 'Muhammad Ali', only: false });
  expect(await atAura()).toEqual({ name: 'محمد (Muhammad Ali)', surname: 'علي' });
});

test('a name that AURA refuses goes there in Latin letters, stays as it is here, and the person is told', async () => {
  await world.flip({ nameLetters: 'latin' });
  expect(await register('Muhammad Ali')).toMatchObject({ ok: true });
  expect(await kept()).toMatchObject({ ...NAMES, latin: 'Muhammad Ali', only: true });
  expect(await atAura()).toEqual({ name: 'Muhammad', surname: 'Ali' });
  await eventually(async () => expect((await world.textsTo(mobile))[0]).toMatch(/did not take your name/));
});

test('a name that AURA refuses, and of which we have no other, is asked for in Latin letters', async () => {
  await world.flip({ nameLetters: 'latin' });
  expect(await register()).toEqual({ ok: false, code: 'registration.name_letters' });
  expect(await kept()).toBeUndefined();
  expect(await world.customersWith(mobile)).toBe(0);
});
