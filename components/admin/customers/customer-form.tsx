import type { ReactNode } from 'react';
import { FormResult } from '#components/admin/customers/form-result.tsx';
import { useSteppedAction } from '#components/admin/step-up/use-stepped-action.ts';
import { Button } from '#components/ui/button.tsx';
import type { CustomerForm as FormState } from '#lib/customers/directory/schema.ts';

type CustomerFormProps = {
  action: (shown: FormState, data: FormData) => Promise<FormState>;
  customerId: number;
  label: string;
  tone?: 'primary' | 'secondary';
  children: (form: FormState) => ReactNode;
};

const UNTOUCHED: FormState = { values: {}, done: null, problem: null };

/** A form about one customer: result, fields and submit button. */
export function CustomerForm({ action, customerId, label, tone = 'primary', children }: CustomerFormProps) {
  const {
    state: form,
    submit,
    isPending,
    keep,
  } = useSteppedAction(action, UNTOUCHED, ({ problem }) => problem);
  return (
    <form
      action={submit}
      onSubmit={keep}
      noValidate
      className="grid justify-items-start gap-4 [&>*]:w-full [&>button]:w-auto"
    >
      <FormResult form={form} />
      <input type="hidden" name="customerId" value={customerId} />
      {children(form)}
      <Button type="submit" tone={tone} isBusy={isPending}>
        {label}
      </Button>
    </form>
  );
}
