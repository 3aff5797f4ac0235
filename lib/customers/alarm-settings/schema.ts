import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { type AlarmSettings, alarmModes, pressWays, USUAL_ALARM } from './model.ts';

const HOLD = 'Choose 0.5 to 5 seconds';
const GRACE = 'Choose 0 to 30 seconds';

const fields = {
  way: z.enum(pressWays, 'Choose how you press'),
  holdSeconds: z.coerce.number(HOLD).min(0.5, HOLD).max(5, HOLD),
  // Empty is no choice, and not zero.
  graceSeconds: z.preprocess(
    (typed) => (typed === '' ? undefined : typed),
    z.coerce.number(GRACE).int(GRACE).min(0, GRACE).max(30, GRACE),
  ),
  mode: z.enum(alarmModes, 'Choose what your phone does'),
};

export const saveAlarmSettingsInput = z.object(fields);

const kept = z
  .object({
    way: fields.way.catch(USUAL_ALARM.way),
    holdSeconds: fields.holdSeconds.catch(USUAL_ALARM.holdSeconds),
    graceSeconds: fields.graceSeconds.catch(USUAL_ALARM.graceSeconds),
    mode: fields.mode.catch(USUAL_ALARM.mode),
  })
  .catch(USUAL_ALARM);

/** What is kept of a person; each bad part counts as not set, so that no row can stop a press. */
export function keptAlarmSettings(row: unknown): AlarmSettings {
  return kept.parse(row);
}

export type AlarmSettingsForm = {
  values: Record<keyof AlarmSettings, string>;
  outcome: 'untouched' | 'saved';
  problem: Refusal | null;
};
