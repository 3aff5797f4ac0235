import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { anonymousActor, personActor } from '#lib/identity/actor.ts';
import { PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { removeAddress } from './remove-address.ts';
import { saveAddress } from './save-address.ts';
import { saveTrustedContacts } from './save-trusted-contacts.ts';
import { startSignIn } from './start-sign-in.ts';
import { tellPerson } from './tell-person.ts';

const world = await testWorld();

const ADDRESS = { address: 'Fredman Drive', latitude: '-26.10763', longitude: '28.05671' };
const SIPHO = { name: 'Sipho', mobile: '083 000 0001' };
const CONTACT = { contacts: [SIPHO], isTexted: false };

let thandi: TestPerson;
const actor = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
  await pool().query('delete from limit_event');
});

const told = async () => (await world.textsTo(thandi.mobile)).filter((text) => !/code is/.test(text));

/** What was told, once there is that much, and nothing that comes a little later. */
async function toldAfter(count: number, about: RegExp) {
  await eventually(async () => expect((await told()).length).toBeGreaterThanOrEqual(count));
  // Another kind of message is sent by the same way: when it is there, the earlier ones are.
  tellPerson({ mobile: thandi.mobile, language: null }, 'device');
  await eventually(async () => expect((await told()).some((text) => /signed in/.test(text))).toBe(true));
  return (await told()).filter((text) => about.test(text)).length;
}

async function signIn(pressToken = ''): Promise<string> {
  const started = await startSignIn(anonymousActor('192.0.2.1'), { mobile: thandi.mobile });
  if (!started.ok) throw new Error(started.code);
  const signedIn = await completeSignIn(anonymousActor('192.0.2.1'), {
    codeId: started.value.codeId,
    code: await world.codeFor(thandi.mobile),
    pressToken,
  });
  if (!signedIn.ok) throw new Error(signedIn.code);
  return signedIn.value.cookies.find(({ name }) => name === PRESS_COOKIE)?.value ?? '';
}

describe('the mobile is told', () => {
  test('of a new device, and not of one that signs in again', async () => {
    const token = await signIn();
    await eventually(async () => expect(await told()).toHaveLength(1));
    await signIn(token);
    // Told later, so that a message about the sign-in would be there before.
    await saveTrustedContacts(actor(), CONTACT);
    await eventually(async () => expect((await told())[0]).toMatch(/contact/));
    expect(await told()).toHaveLength(2);
  });

  test('of an address that was saved, changed or removed, and not of the same again', async () => {
    await saveAddress(actor(), ADDRESS);
    await saveAddress(actor(), ADDRESS);
    await saveAddress(actor(), { ...ADDRESS, latitude: '-26.2' });
    await removeAddress(actor(), {});
    await removeAddress(actor(), {});
    expect(await toldAfter(3, /saved address was changed/)).toBe(3);
  });

  test('of a contact that was saved, changed or removed, and not of the same again', async () => {
    await saveTrustedContacts(actor(), CONTACT);
    await saveTrustedContacts(actor(), CONTACT);
    await saveTrustedContacts(actor(), { ...CONTACT, isTexted: true });
    await saveTrustedContacts(actor(), { contacts: [], isTexted: true });
    await saveTrustedContacts(actor(), { contacts: [], isTexted: false });
    expect(await toldAfter(3, /trusted contact was changed/)).toBe(3);
  });

  test('three times an hour at most of each', async () => {
    for (const latitude of ['1', '2', '3', '4', '5']) await saveAddress(actor(), { ...ADDRESS, latitude });
    await saveTrustedContacts(actor(), CONTACT);
    await eventually(async () => expect((await told()).length).toBeGreaterThanOrEqual(4));
    expect((await told()).filter((text) => text.includes('address'))).toHaveLength(3);
  });

  test('in fixed short words, without a name, a place, a number or a link', async () => {
    await saveAddress(actor(), ADDRESS);
    await saveTrustedContacts(actor(), CONTACT);
    await signIn();
    await eventually(async () => expect(await told()).toHaveLength(3));
    for (const text of await told()) {
      expect(text.length).toBeLessThanOrEqual(160);
      expect(text).toMatch(/^[\x20-\x7e]+$/);
      expect(text).not.toMatch(/\d|http|Thandi|Nkosi|Sipho|Fredman/);
    }
  });

  test('in their language, where it is known', async () => {
    await pool().query(`update person set language = 'fr' where id = $1`, [thandi.personId]);
    await saveAddress(actor(), ADDRESS);
    await eventually(async () => expect((await told())[0]).toMatch(/^Vigil : votre adresse/));
  });
});

test('the person is told in the name that they know the product by', async () => {
  testEnv({ BRAND_NAME: 'Wag' });
  tellPerson({ mobile: thandi.mobile, language: null }, 'contact');
  const text = 'Wag: your trusted contact was changed. If it was not you, open Wag and tap Profile.';
  await eventually(async () => expect(await told()).toEqual([text]));
});
