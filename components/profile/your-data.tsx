'use client';

import { type ReactNode, useActionState } from 'react';
import { CodeStep } from '#components/registration/code-step.tsx';
import { HiddenFields } from '#components/registration/hidden-fields.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { named } from '#lib/languages/brand-name.ts';
import { eraseDataAction, exportDataAction } from '#lib/privacy/actions.ts';
import type { DataForm } from '#lib/privacy/schema.ts';

const UNTOUCHED: DataForm = { step: 'start', codeId: '', sentTo: '', grant: '', problem: null };

/** Download and deletion of all that Vigil keeps of the person. Each asks for a code by SMS. */
export function YourData() {
  return (
    <div className="grid gap-8">
      <ExportData />
      <EraseData />
    </div>
  );
}

function ExportData() {
  const [form, submit, isPending] = useActionState(exportDataAction, UNTOUCHED);
  if (form.step === 'ready') {
    return (
      <div className="grid justify-items-start gap-3">
        <p role="status">Your file is ready. The link works for ten minutes.</p>
        <a
          href={`/api/profile/data?grant=${encodeURIComponent(form.grant)}`}
          download="vigil-my-data.json"
          className={buttonLook('primary')}
        >
          Save the file
        </a>
        <p className="text-sm text-ink-soft">
          Keep it safe: it says where you were. Delete it on a shared phone.
        </p>
      </div>
    );
  }
  return (
    <CodeForm form={form} submit={submit} isPending={isPending} label="Download my data">
      <p>{named('You get a file with what Vigil keeps about you. For this, we send you a code by SMS.')}</p>
    </CodeForm>
  );
}

function EraseData() {
  const [form, submit, isPending] = useActionState(eraseDataAction, UNTOUCHED);
  return (
    <CodeForm form={form} submit={submit} isPending={isPending} label="Delete my account">
      <p>
        {named(
          'Your button stops working on all your devices, and help does not come any more when you press. Vigil deletes what it keeps about you. You cannot take this back.',
        )}
      </p>
      <p>
        {named(
          'Vigil tells AURA to delete you, too. AURA marks you as deleted; we do not know what AURA keeps. While an alarm is not over, you cannot delete your account.',
        )}
      </p>
      {form.step === 'code' ? <p>When you confirm the code, your account is deleted at once.</p> : null}
    </CodeForm>
  );
}

type CodeFormProps = {
  form: DataForm;
  submit: (data: FormData) => void;
  isPending: boolean;
  label: string;
  children: ReactNode;
};

/** Sends a code, and then takes it. */
function CodeForm({ form, submit, isPending, label, children }: CodeFormProps) {
  return (
    <form action={submit} noValidate className="grid gap-4" aria-label={label}>
      <RefusalAlert problem={form.problem} />
      <div className="grid gap-2">{children}</div>
      {form.step === 'code' ? (
        <>
          <HiddenFields fields={{ codeId: form.codeId, sentTo: form.sentTo }} />
          <CodeStep
            sentTo={form.sentTo}
            error={form.problem?.fields?.code}
            isPending={isPending}
            editLabel="Stop"
          />
        </>
      ) : (
        <div>
          <Button type="submit" name="intent" value="start" tone="secondary" isBusy={isPending}>
            {label}
          </Button>
        </div>
      )}
    </form>
  );
}
