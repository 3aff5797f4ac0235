'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { saveFactSheetAction } from '#lib/customers/fact-sheet/actions.ts';
import type { FactKey, FactSheetForm, ShownFacts } from '#lib/customers/fact-sheet/schema.ts';

type FactField = { key: FactKey; label: string; hint?: string; isNumber?: true };

const GROUPS: readonly { title: string; fields: readonly FactField[] }[] = [
  {
    title: 'Medical',
    fields: [
      { key: 'medicalConditions', label: 'Health problems', hint: 'Such as asthma, epilepsy, pregnancy' },
      { key: 'allergies', label: 'Allergies', hint: 'Such as penicillin, nuts, bees' },
      { key: 'medications', label: 'Medicine you take' },
      { key: 'bloodtype', label: 'Blood type', hint: 'Such as O+' },
      { key: 'medicalOther', label: 'Other things a medic must know' },
      { key: 'medicalAidScheme', label: 'Medical aid' },
      { key: 'medicalAidNumber', label: 'Medical aid member number' },
      { key: 'familyDoctorPhoneNumber', label: 'Phone number of your doctor', isNumber: true },
    ],
  },
  {
    title: 'Next of kin',
    fields: [
      { key: 'nextOfKinName', label: 'Next of kin', hint: 'The person to call if you cannot speak' },
      { key: 'nextOfKinNumber', label: 'Phone number of your next of kin', isNumber: true },
    ],
  },
  {
    title: 'Your car',
    fields: [
      { key: 'vehicleMake', label: 'Make', hint: 'Such as Toyota' },
      { key: 'vehicleModel', label: 'Model', hint: 'Such as Corolla' },
      { key: 'vehicleColour', label: 'Colour' },
      { key: 'vehicleLicensePlate', label: 'Number plate' },
    ],
  },
];

const LABELS = new Map(GROUPS.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label] as const)));

/** What helpers may need to know about the person, as AURA has it. Everything is optional. */
export function FactSheet({ shown }: { shown: ShownFacts }) {
  const [form, submit, isPending] = useActionState(saveFactSheetAction, {
    values: shown.facts,
    outcome: 'untouched',
    differing: [],
    problem: null,
  } satisfies FactSheetForm);
  return (
    <form action={submit} noValidate className="grid gap-5">
      <Outcome form={form} isOld={shown.isOld} />
      {GROUPS.map(({ title, fields }) => (
        <Group key={title} title={title} fields={fields} form={form} />
      ))}
      <div>
        <Button type="submit" isBusy={isPending}>
          Save for helpers
        </Button>
      </div>
    </form>
  );
}

/** Folded: the phone may be shared. Open where something must be mended. */
function Group({
  title,
  fields,
  form: { values, problem },
}: {
  title: string;
  fields: readonly FactField[];
  form: FactSheetForm;
}) {
  const filled = fields.filter(({ key }) => values[key]).length;
  const isWrong = fields.some(({ key }) => problem?.fields?.[key]);
  return (
    <details open={isWrong} className="rounded-md border border-line p-4">
      <summary className="min-h-6 font-semibold">
        {`${title} (${filled === 0 ? 'empty' : `${filled} of ${fields.length} filled in`})`}
      </summary>
      <div className="mt-4 grid gap-5">
        {fields.map(({ key, label, hint, isNumber }) => (
          <TextField
            key={key}
            label={label}
            name={key}
            type={isNumber ? 'tel' : 'text'}
            autoComplete="off"
            maxLength={isNumber ? 60 : 300}
            hint={hint}
            defaultValue={values[key]}
            error={problem?.fields?.[key]}
          />
        ))}
      </div>
    </details>
  );
}

function Outcome({ form: { outcome, differing, problem }, isOld }: { form: FactSheetForm; isOld: boolean }) {
  if (problem) return <RefusalAlert problem={problem} />;
  if (outcome === 'untouched') {
    return isOld ? (
      <Alert title="Is this still right?">
        <p>You did not check it for more than a year. Change what is wrong. Then tap “Save for helpers”.</p>
      </Alert>
    ) : null;
  }
  if (differing.length === 0) {
    return (
      <StatusLine tone="good" icon={<CircleCheck />}>
        Saved. AURA has it.
      </StatusLine>
    );
  }
  return (
    <Alert title="Not all of it was saved">
      <p>{`AURA has something else here: ${differing.map((key) => LABELS.get(key)).join(', ')}. You see below what AURA has.`}</p>
    </Alert>
  );
}
