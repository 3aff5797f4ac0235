'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { profileFieldWords } from '#components/profile/profile-field-words.ts';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { ShowResult } from '#components/ui/show-result.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useWords } from '#components/ui/words.tsx';
import { saveFactSheetAction } from '#lib/customers/fact-sheet/actions.ts';
import type { FactKey, FactSheetForm, ShownFacts } from '#lib/customers/fact-sheet/schema.ts';
import type { TextsOf } from '#lib/languages/en/messages.ts';

type FactHint = Extract<keyof TextsOf<'facts'>, `${string}.hint`>;
type FactField = { key: FactKey; hint?: FactHint; isNumber?: true };

const GROUPS: readonly {
  title: 'facts.medical' | 'facts.kin' | 'facts.car';
  fields: readonly FactField[];
}[] = [
  {
    title: 'facts.medical',
    fields: [
      { key: 'medicalConditions', hint: 'facts.medicalConditions.hint' },
      { key: 'allergies', hint: 'facts.allergies.hint' },
      { key: 'medications' },
      { key: 'bloodtype', hint: 'facts.bloodtype.hint' },
      { key: 'medicalOther' },
      { key: 'medicalAidScheme' },
      { key: 'medicalAidNumber' },
      { key: 'familyDoctorPhoneNumber', isNumber: true },
    ],
  },
  {
    title: 'facts.kin',
    fields: [
      { key: 'nextOfKinName', hint: 'facts.nextOfKinName.hint' },
      { key: 'nextOfKinNumber', isNumber: true },
    ],
  },
  {
    title: 'facts.car',
    fields: [
      { key: 'vehicleMake', hint: 'facts.vehicleMake.hint' },
      { key: 'vehicleModel', hint: 'facts.vehicleModel.hint' },
      { key: 'vehicleColour' },
      { key: 'vehicleLicensePlate' },
    ],
  },
];

/** What helpers may need to know about the person, as AURA has it. Everything is optional. */
export function FactSheet({ shown }: { shown: ShownFacts }) {
  const t = useWords();
  const [form, submit, isPending] = useActionState(saveFactSheetAction, {
    values: shown.facts,
    outcome: 'untouched',
    differing: [],
    problem: null,
  } satisfies FactSheetForm);
  return (
    <form action={submit} noValidate className="grid gap-5">
      <ShowResult of={form} />
      <Outcome form={form} isOld={shown.isOld} />
      {GROUPS.map(({ title, fields }) => (
        <Group key={title} title={title} fields={fields} form={form} />
      ))}
      <div>
        <Button type="submit" isBusy={isPending}>
          {t('facts.save')}
        </Button>
      </div>
    </form>
  );
}

type GroupProps = (typeof GROUPS)[number] & { form: FactSheetForm };

/** Folded: the phone may be shared. Open where something must be mended. */
function Group({ title, fields, form: { values, problem } }: GroupProps) {
  const t = useWords();
  const group = t(title);
  const filled = fields.filter(({ key }) => values[key]).length;
  const isWrong = fields.some(({ key }) => problem?.fields?.[key]);
  return (
    <details open={isWrong} className="rounded-md border border-line p-4">
      <summary className="min-h-6 font-semibold">
        {filled === 0
          ? t('facts.empty', { group })
          : t('facts.filled', { group, count: filled, total: fields.length })}
      </summary>
      <div className="mt-4 grid gap-5">
        {fields.map(({ key, hint, isNumber }) => (
          <TextField
            key={key}
            label={t(`facts.${key}`)}
            name={key}
            type={isNumber ? 'tel' : 'text'}
            autoComplete="off"
            maxLength={isNumber ? 60 : 300}
            hint={hint && t(hint)}
            optionalLabel={t('facts.optional')}
            defaultValue={values[key]}
            error={profileFieldWords(problem?.fields?.[key], t)}
          />
        ))}
      </div>
    </details>
  );
}

function Outcome({ form: { outcome, differing, problem }, isOld }: { form: FactSheetForm; isOld: boolean }) {
  const t = useWords();
  if (problem) return <RefusalAlert problem={problem} t={t} />;
  if (outcome === 'untouched') {
    return isOld ? (
      <Alert title={t('facts.old')}>
        <p>{t('facts.oldText')}</p>
      </Alert>
    ) : null;
  }
  if (differing.length === 0) {
    return (
      <StatusLine tone="good" icon={<CircleCheck />}>
        {t('facts.saved')}
      </StatusLine>
    );
  }
  return (
    <Alert title={t('facts.differs')}>
      <p>{t('facts.differsText', { fields: differing.map((key) => t(`facts.${key}`)).join(', ') })}</p>
    </Alert>
  );
}
