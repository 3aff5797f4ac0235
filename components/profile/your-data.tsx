'use client';

import { type ReactNode, useActionState } from 'react';
import { CodeStep } from '#components/registration/code-step.tsx';
import { HiddenFields } from '#components/registration/hidden-fields.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { ShowResult } from '#components/ui/show-result.tsx';
import { useWords } from '#components/ui/words.tsx';
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
  const t = useWords();
  const [form, submit, isPending] = useActionState(exportDataAction, UNTOUCHED);
  if (form.step === 'ready') {
    return (
      <div className="grid justify-items-start gap-3">
        <p role="status">{t('data.ready')}</p>
        <a
          href={`/api/profile/data?grant=${encodeURIComponent(form.grant)}`}
          download="vigil-my-data.json"
          className={buttonLook('primary')}
        >
          {t('data.save')}
        </a>
        <p className="text-sm text-ink-soft">{t('data.safe')}</p>
      </div>
    );
  }
  return (
    <CodeForm form={form} submit={submit} isPending={isPending} label={t('data.download')}>
      <p>{t('data.downloadText')}</p>
    </CodeForm>
  );
}

function EraseData() {
  const t = useWords();
  const [form, submit, isPending] = useActionState(eraseDataAction, UNTOUCHED);
  return (
    <CodeForm form={form} submit={submit} isPending={isPending} label={t('data.delete')}>
      <p>{t('data.deleteText')}</p>
      <p>{t('data.deleteAtAura')}</p>
      {form.step === 'code' ? <p>{t('data.deleteNow')}</p> : null}
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
  const t = useWords();
  return (
    <form action={submit} noValidate className="grid gap-4" aria-label={label}>
      <RefusalAlert problem={form.problem} t={t} />
      <ShowResult of={form} />
      <div className="grid gap-2">{children}</div>
      {form.step === 'code' ? (
        <>
          <HiddenFields fields={{ codeId: form.codeId, sentTo: form.sentTo }} />
          <CodeStep
            sentTo={form.sentTo}
            error={form.problem?.fields?.code}
            isPending={isPending}
            editLabel={t('mobile.stop')}
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
