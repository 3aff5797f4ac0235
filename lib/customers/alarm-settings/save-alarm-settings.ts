import 'server-only';
import { updatePerson } from '#lib/customers/person-store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { saveAlarmSettingsInput } from './schema.ts';

/** Keeps how the person's button is pressed and what their phone does then, for all of their devices. */
export const saveAlarmSettings = verb(
  'profile.save_alarm',
  saveAlarmSettingsInput,
  async (actor, settings) => {
    await updatePerson(actor.personId, { alarmSettings: settings });
    return ok(settings);
  },
);
