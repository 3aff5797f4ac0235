'use client';

import { useActionState } from 'react';
import { FormResult, untouched } from '#components/admin/customers/form-result.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { deleteCustomerAction } from '#lib/customers/directory/actions.ts';

/** Requires the surname as confirmation. */
export function DeleteForm({ customerId, surname }: { customerId: number; surname: string }) {
  const [form, submit, isPending] = useActionState(deleteCustomerAction, untouched);
  return (
    <form
      action={submit}
      noValidate
      className="grid justify-items-start gap-4 [&>*]:w-full [&>button]:w-auto"
    >
      <FormResult form={form} />
      <input type="hidden" name="customerId" value={customerId} />
      <p>
        AURA marks them as deleted; what it keeps of them is not known to Vigil. Their button stops working,
        and they are signed out everywhere. Vigil keeps their past callouts.
      </p>
      <TextField
        label={`Type “${surname}” to confirm`}
        name="confirmation"
        required
        autoComplete="off"
        maxLength={200}
        defaultValue={form.values.confirmation}
        error={form.problem?.fields?.confirmation}
      />
      <Button type="submit" tone="secondary" isBusy={isPending}>
        Delete customer
      </Button>
    </form>
  );
}
