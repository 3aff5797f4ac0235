'use client';

import { useActionState, useEffect } from 'react';
import { renewOffline } from '#components/panic/press-worker.ts';
import { FormOutcome } from '#components/profile/form-outcome.tsx';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { saveAlarmSettingsAction } from '#lib/customers/alarm-settings/actions.ts';
import {
  type AlarmSettings,
  alarmModes,
  GRACE_SECONDS,
  HOLD_SECONDS,
  pressWays,
  USUAL_ALARM,
} from '#lib/customers/alarm-settings/model.ts';
import type { AlarmSettingsForm } from '#lib/customers/alarm-settings/schema.ts';

const WAYS = { hold: 'Press and hold', two_taps: 'Tap two times' };
const MODES = {
  usual: 'Nothing special',
  loud: 'Loud: a siren and a light on this phone',
  silent: 'Silent: dark screen, no sound, messages first',
};

const secondsOf = (count: number, usual: number) => {
  const words = count === 0 ? 'At once' : `${count} ${count === 1 ? 'second' : 'seconds'}`;
  return { value: String(count), label: count === usual ? `${words} (usual)` : words };
};
/** What is set is offered too, also when an earlier build has set it. */
const choices = (offered: readonly number[], set: number, usual: number) =>
  [...new Set([...offered, set])].sort((a, b) => a - b).map((count) => secondsOf(count, usual));

/** How the button is pressed, and what the phone does then. */
export function AlarmForm({ saved }: { saved: AlarmSettings }) {
  const { way, holdSeconds, graceSeconds, mode } = saved;
  const [form, submit, isPending] = useActionState(saveAlarmSettingsAction, {
    values: { way, mode, holdSeconds: String(holdSeconds), graceSeconds: String(graceSeconds) },
    outcome: 'untouched',
    problem: null,
  } satisfies AlarmSettingsForm);
  const { values, problem } = form;
  const isSaved = form.outcome === 'saved';
  useEffect(() => {
    if (isSaved) renewOffline();
  }, [isSaved]);
  return (
    <form action={submit} noValidate className="grid gap-5">
      <FormOutcome form={form} saved="Your button is set. Try it under Practice." />
      <SelectField
        label="How you press"
        name="way"
        required
        defaultValue={values.way}
        error={problem?.fields?.way}
        options={pressWays.map((value) => ({ value, label: WAYS[value] }))}
      />
      <SelectField
        label="Hold for"
        name="holdSeconds"
        required
        hint="A short hold can call for help by mistake."
        defaultValue={values.holdSeconds}
        error={problem?.fields?.holdSeconds}
        options={choices(HOLD_SECONDS, holdSeconds, USUAL_ALARM.holdSeconds)}
      />
      <SelectField
        label="Time to cancel"
        name="graceSeconds"
        required
        hint="Help is called after this time. With a screen reader it is 8 seconds or more."
        defaultValue={values.graceSeconds}
        error={problem?.fields?.graceSeconds}
        options={choices(GRACE_SECONDS, graceSeconds, USUAL_ALARM.graceSeconds)}
      />
      <SelectField
        label="After you press"
        name="mode"
        required
        hint="Silent: the control room may still phone you. Turn off the sound of your phone, too."
        defaultValue={values.mode}
        error={problem?.fields?.mode}
        options={alarmModes.map((value) => ({ value, label: MODES[value] }))}
      />
      <Button type="submit" isBusy={isPending}>
        Save how you press
      </Button>
    </form>
  );
}
