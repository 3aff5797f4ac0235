'use client';

import { CustomerForm } from '#components/admin/customers/customer-form.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import {
  cancelSubscriptionAction,
  renewAction,
  startSubscriptionAction,
} from '#lib/customers/directory/actions.ts';

export function RenewForm({ customerId, suggestedDay }: { customerId: number; suggestedDay: string }) {
  return (
    <CustomerForm action={renewAction} customerId={customerId} label="Renew">
      {(form) => (
        <TextField
          key={suggestedDay}
          label="Renew to"
          name="lastDay"
          type="date"
          required
          hint="The last day on which it is valid, in UTC."
          defaultValue={form.values.lastDay ?? suggestedDay}
          error={form.problem?.fields?.lastDay}
        />
      )}
    </CustomerForm>
  );
}

type StartFormProps = { customerId: number; types: readonly { id: number; name: string }[] };

export function StartForm({ customerId, types }: StartFormProps) {
  return (
    <CustomerForm action={startSubscriptionAction} customerId={customerId} label="Start subscription">
      {(form) => (
        <SelectField
          label="New subscription"
          name="subscriptionTypeId"
          required
          hint="Valid for a year from now. AURA revives none that has ended."
          options={types.map(({ id, name }) => ({ value: String(id), label: name }))}
          error={form.problem?.fields?.subscriptionTypeId}
        />
      )}
    </CustomerForm>
  );
}

/** Cancels a subscription; the reason goes to AURA. */
export function CancelForm({ customerId }: { customerId: number }) {
  return (
    <CustomerForm
      action={cancelSubscriptionAction}
      customerId={customerId}
      label="Cancel subscription"
      tone="secondary"
    >
      {(form) => (
        <TextField
          label="Reason"
          name="reason"
          required
          maxLength={500}
          hint="It goes to AURA. From then on AURA refuses this person’s alarms, and it cannot be revived."
          defaultValue={form.values.reason}
          error={form.problem?.fields?.reason}
        />
      )}
    </CustomerForm>
  );
}
