'use client';

import { ConfirmSurname } from '#components/admin/customers/confirm-surname.tsx';
import { CustomerForm } from '#components/admin/customers/customer-form.tsx';
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
          <ConfirmSurname form={form} surname={surname} toDo="confirm" />
        </>
      )}
    </CustomerForm>
  );
}
