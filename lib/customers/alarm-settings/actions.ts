'use server';

import { formAction } from '#lib/identity/action.ts';
import { person } from '#lib/identity/caller.ts';
import { saveAlarmSettings } from './save-alarm-settings.ts';
import type { AlarmSettingsForm } from './schema.ts';

export const saveAlarmSettingsAction = formAction<AlarmSettingsForm>(person, async ({ run, fields }) => {
  const { way = '', holdSeconds = '', graceSeconds = '', mode = '' } = fields;
  const values = { way, holdSeconds, graceSeconds, mode };
  const saved = await run(saveAlarmSettings, values);
  return { values, outcome: saved.ok ? 'saved' : 'untouched', problem: saved.ok ? null : saved };
});
