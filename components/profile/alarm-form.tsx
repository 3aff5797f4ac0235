'use client';

import { useActionState, useEffect } from 'react';
import { renewOffline } from '#components/panic/press-worker.ts';
import { FormOutcome } from '#components/profile/form-outcome.tsx';
import { profileFieldWords } from '#components/profile/profile-field-words.ts';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { useWords } from '#components/ui/words.tsx';
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
import type { Translate } from '#lib/languages/translate.ts';

const secondsOf = (count: number, usual: number, t: Translate) => {
  const time = count === 0 ? t('alarm.atOnce') : t('alarm.seconds', { count });
  return { value: String(count), label: count === usual ? t('alarm.usual', { time }) : time };
};
/** What is set is offered too, also when an earlier build has set it. */
const choices = (offered: readonly number[], set: number, usual: number, t: Translate) =>
  [...new Set([...offered, set])].sort((a, b) => a - b).map((count) => secondsOf(count, usual, t));

/** How the button is pressed, and what the phone does then. */
export function AlarmForm({ saved }: { saved: AlarmSettings }) {
  const t = useWords();
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
      <FormOutcome form={form} saved={t('alarm.saved')} />
      <SelectField
        label={t('alarm.way')}
        name="way"
        required
        defaultValue={values.way}
        error={profileFieldWords(problem?.fields?.way, t)}
        options={pressWays.map((value) => ({ value, label: t(`alarm.way.${value}`) }))}
      />
      <SelectField
        label={t('alarm.hold')}
        name="holdSeconds"
        required
        hint={t('alarm.holdHint')}
        defaultValue={values.holdSeconds}
        error={profileFieldWords(problem?.fields?.holdSeconds, t)}
        options={choices(HOLD_SECONDS, holdSeconds, USUAL_ALARM.holdSeconds, t)}
      />
      <SelectField
        label={t('alarm.grace')}
        name="graceSeconds"
        required
        hint={t('alarm.graceHint')}
        defaultValue={values.graceSeconds}
        error={profileFieldWords(problem?.fields?.graceSeconds, t)}
        options={choices(GRACE_SECONDS, graceSeconds, USUAL_ALARM.graceSeconds, t)}
      />
      <SelectField
        label={t('alarm.mode')}
        name="mode"
        required
        hint={t('alarm.modeHint')}
        defaultValue={values.mode}
        error={profileFieldWords(problem?.fields?.mode, t)}
        options={alarmModes.map((value) => ({ value, label: t(`alarm.mode.${value}`) }))}
      />
      <Button type="submit" isBusy={isPending}>
        {t('alarm.save')}
      </Button>
    </form>
  );
}
