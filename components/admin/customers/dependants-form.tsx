'use client';

import { CustomerForm } from '#components/admin/customers/customer-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { setDependantsAction } from '#lib/customers/directory/actions.ts';

/** The whole set of dependants, as customer ids. */
export function DependantsForm({ customerId, shown }: { customerId: number; shown: string }) {
  return (
    <CustomerForm
      action={setDependantsAction}
      customerId={customerId}
      label="Save dependants"
      tone="secondary"
    >
      {(form) => (
        <>
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
        </>
      )}
    </CustomerForm>
  );
}
