import { beforeEach, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { anonymousActor, personActor } from '#lib/identity/actor.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { acceptTerms } from './accept-terms.ts';
import { completeRegistration } from './complete-registration.ts';
import { readPressAids } from './read-press-aids.ts';
import { readProfile } from './read-profile.ts';
import { saveLanguage } from './save-language.ts';
import { startRegistration } from './start-registration.ts';

const world = await testWorld({ TERMS_VERSION: '2' });
const visitor = anonymousActor('192.0.2.1');

let serial = 0;
let mobile = '';
beforeEach(() => {
  serial += 1;
  mobile = `+2782${String(serial).padStart(7, '0')}`;
});

async function register(seen: { termsVersion?: string; language?: string }) {
  const details = { name: 'Thandi', surname: 'Nkosi', mobile, subscriptionTypeId: '4' };
  const started = await startRegistration(visitor, { ...details, ...seen });
  if (!started.ok) throw new Error(started.code);
  const { registrationId } = started.value;
  await completeRegistration(visitor, { registrationId, code: await world.codeFor(mobile) });
  return kept();
}

async function kept() {
  const { rows } = await pool().query(
    `select id, aura_customer_id as "customerId", terms_version as version, terms_accepted_at as at, language from person where mobile_hash = $1`,
    [mobileColumns(mobile).mobileHash],
  );
  return rows[0];
}

const actorOf = ({ id, customerId }: { id: string; customerId: string }) =>
  personActor(id, '192.0.2.1', Number(customerId));

async function isAsked(actor: ReturnType<typeof actorOf>) {
  const [profile, aids] = await Promise.all([readProfile(actor, {}), readPressAids(actor, {})]);
  if (!profile.ok || !aids.ok) throw new Error('not read');
  expect(aids.value.hasNewTerms).toBe(!profile.value.hasAcceptedTerms);
  return aids.value.hasNewTerms;
}

test('the terms beside the form are accepted with it: version and time are kept, and nobody asks', async () => {
  const person = await register({ termsVersion: '2' });
  expect(person).toMatchObject({ version: '2', at: expect.any(Date) });
  expect(await isAsked(actorOf(person))).toBe(false);
});

test.each([{ termsVersion: '1' }, {}])(
  '%j with the form is no consent: the person is asked, and may accept',
  async (seen) => {
    const person = await register(seen);
    expect(person).toMatchObject({ version: null, at: null });
    expect(await isAsked(actorOf(person))).toBe(true);
    expect(await acceptTerms(actorOf(person), { termsVersion: '1' })).toEqual({
      ok: false,
      code: 'terms.changed',
    });
    expect((await kept()).version).toBeNull();
    expect(await acceptTerms(actorOf(person), { termsVersion: '2' })).toMatchObject({ ok: true });
    expect(await kept()).toMatchObject({ version: '2', at: expect.any(Date) });
    expect(await isAsked(actorOf(person))).toBe(false);
  },
);

test('other terms ask again', async () => {
  const person = await register({ termsVersion: '2' });
  testEnv({ TERMS_VERSION: '3' });
  expect(await isAsked(actorOf(person))).toBe(true);
});

test('texts are in the language of the registration, until another is chosen', async () => {
  const person = await register({ language: 'zu' });
  expect(person.language).toBe('zu');
  expect(await world.textsTo(mobile)).toEqual([expect.stringMatching(/^Ikhodi yakho ye-Vigil/)]);
  expect(await saveLanguage(actorOf(person), { language: 'fr' })).toMatchObject({ ok: true });
  expect((await kept()).language).toBe('fr');
  expect(await saveLanguage(actorOf(person), { language: 'en-XA' })).toMatchObject({ code: 'input.invalid' });
});

test('a language that we do not have keeps nobody from registering', async () => {
  expect((await register({ language: 'xx' })).language).toBeNull();
  expect(await world.textsTo(mobile)).toEqual([expect.stringMatching(/^Your Vigil code is/)]);
});
