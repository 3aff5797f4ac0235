'use client';

import { ConfirmSurname } from '#components/admin/customers/confirm-surname.tsx';
import { CustomerForm } from '#components/admin/customers/customer-form.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { eraseCustomerAction } from '#lib/privacy/actions.ts';

/** A person's whole data, for an admin whom they asked: to download, and to delete with the surname as confirmation. */
export function EraseForm({ customerId, surname }: { customerId: number; surname: string }) {
  return (
    <div className="grid gap-6">
      <div className="grid justify-items-start gap-3">
        <p>Give this file to nobody but the person. It may say that they were forced to end an alarm.</p>
        <a href={`/api/admin/customers/${customerId}/data`} className={buttonLook('secondary')}>
          Download all data
        </a>
      </div>
      <CustomerForm
        action={eraseCustomerAction}
        customerId={customerId}
        label="Delete all data"
        tone="secondary"
      >
        {(form) => (
          <>
            <p>
              This deletes the person at Vigil and makes their past callouts anonymous. It also tells AURA to
              delete them; what it keeps of them is not known to Vigil. This cannot be taken back.
            </p>
            <ConfirmSurname form={form} surname={surname} toDo="delete all data" />
          </>
        )}
      </CustomerForm>
    </div>
  );
}
