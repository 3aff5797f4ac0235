'use client';

import { CustomerForm } from '#components/admin/customers/customer-form.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { TextField } from '#components/ui/text-field.tsx';
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
            <TextField
              label={`Type “${surname}” to delete all data`}
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
    </div>
  );
}
