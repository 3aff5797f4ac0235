'use client';

import { CustomerForm } from '#components/admin/customers/customer-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { deleteCustomerAction } from '#lib/customers/directory/actions.ts';

/** Requires the surname as confirmation. */
export function DeleteForm({ customerId, surname }: { customerId: number; surname: string }) {
  return (
    <CustomerForm
      action={deleteCustomerAction}
      customerId={customerId}
      label="Delete customer"
      tone="secondary"
    >
      {(form) => (
        <>
          <p>
            AURA marks them as deleted; what it keeps of them is not known to Vigil. Their button stops
            working, and they are signed out everywhere. Vigil keeps their past callouts.
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
        </>
      )}
    </CustomerForm>
  );
}
