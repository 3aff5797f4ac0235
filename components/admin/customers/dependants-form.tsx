'use client';

import { useActionState } from 'react';
import { FormResult, untouched } from '#components/admin/customers/form-result.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { setDependantsAction } from '#lib/customers/directory/actions.ts';

/** The whole set of dependants, as customer ids. */
export function DependantsForm({ customerId, shown }: { customerId: number; shown: string }) {
  const [form, submit, isPending] = useActionState(setDependantsAction, untouched);
  return (
    <form
      action={submit}
      noValidate
      className="grid justify-items-start gap-4 [&>*]:w-full [&>button]:w-auto"
    >
      <FormResult form={form} />
      <input type="hidden" name="customerId" value={customerId} />
      <input type="hidden" name="shown" value={shown} />
      <TextField
        key={shown}
        label="Dependants"
        name="dependants"
        maxLength={1_000}
        hint="Customer numbers with commas between them. This replaces the whole set at AURA."
        defaultValue={form.values.dependants ?? shown}
        error={form.problem?.fields?.dependants}
      />
      <Button type="submit" tone="secondary" isBusy={isPending}>
        Save dependants
      </Button>
    </form>
  );
}
