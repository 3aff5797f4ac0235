import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { updatePerson } from '#lib/customers/person-store.ts';
import { readPressAids } from '#lib/customers/registration/read-press-aids.ts';
import { readProfile } from '#lib/customers/registration/read-profile.ts';
import { personActor } from '#lib/identity/actor.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { GRACE_SECONDS, HOLD_SECONDS, USUAL_ALARM } from './model.ts';
import { saveAlarmSettings } from './save-alarm-settings.ts';
import { keptAlarmSettings, saveAlarmSettingsInput } from './schema.ts';

await testWorld();

const TYPED = { way: 'two_taps', holdSeconds: '0.5', graceSeconds: '30', mode: 'silent' };
const SAVED = { way: 'two_taps', holdSeconds: 0.5, graceSeconds: 30, mode: 'silent' };

let thandi: TestPerson;
const actor = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
});

/** On the page of the press, and on the profile. */
async function shown() {
  const [aids, profile] = await Promise.all([readPressAids(actor(), {}), readProfile(actor(), {})]);
  return [aids.ok && aids.value.alarm, profile.ok && profile.value.alarm];
}

test('without settings the button is as it is for everybody', async () => {
  expect(await shown()).toEqual([USUAL_ALARM, USUAL_ALARM]);
});

test('what is saved is on the page of the press and on the profile', async () => {
  expect(await saveAlarmSettings(actor(), TYPED)).toMatchObject({ ok: true });
  expect(await shown()).toEqual([SAVED, SAVED]);
});

test('a row that cannot be meant leaves the button as it is for everybody', async () => {
  const broken = { way: 'blink', holdSeconds: 'x', graceSeconds: 3_000, mode: 'loud' };
  await updatePerson(thandi.personId, { alarmSettings: broken });
  expect(await shown()).toEqual(Array(2).fill({ ...USUAL_ALARM, mode: 'loud' }));
});

describe('what cannot be meant is refused by its field, and nothing is saved', () => {
  test.each([
    ['way', 'blink'],
    ['holdSeconds', '0.4'],
    ['holdSeconds', '5.5'],
    ['holdSeconds', 'long'],
    ['graceSeconds', ''],
    ['graceSeconds', '-1'],
    ['graceSeconds', '31'],
    ['graceSeconds', '2.5'],
    ['mode', 'both'],
  ])('%s %j', async (field, typed) => {
    const refused = await saveAlarmSettings(actor(), { ...TYPED, [field]: typed });
    expect(refused).toMatchObject({
      ok: false,
      code: 'input.invalid',
      fields: { [field]: expect.any(String) },
    });
    expect((await shown())[0]).toEqual(USUAL_ALARM);
  });
});

test('whatever is in the row, the settings can be pressed by', () => {
  const part = fc.oneof(fc.anything(), fc.constantFrom('hold', 'two_taps', 'loud', 0, 3, 30));
  const row = fc.oneof(
    fc.anything(),
    fc.record({ way: part, holdSeconds: part, graceSeconds: part, mode: part }),
  );
  fc.assert(
    fc.property(row, (each) => {
      expect(saveAlarmSettingsInput.safeParse(keptAlarmSettings(each)).success).toBe(true);
    }),
  );
});

test('each choice of the form can be saved', () => {
  for (const holdSeconds of HOLD_SECONDS)
    for (const graceSeconds of GRACE_SECONDS) {
      const typed = { ...TYPED, holdSeconds: String(holdSeconds), graceSeconds: String(graceSeconds) };
      expect(saveAlarmSettingsInput.parse(typed)).toMatchObject({ holdSeconds, graceSeconds });
    }
  expect([HOLD_SECONDS.includes(1.5), GRACE_SECONDS.includes(3)]).toEqual([true, true]);
});
