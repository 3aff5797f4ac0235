'use client';

import { useActionState } from 'react';
import { FormResult, untouched } from '#components/admin/customers/form-result.tsx';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import {
  cancelSubscriptionAction,
  renewAction,
  startSubscriptionAction,
} from '#lib/customers/directory/actions.ts';

const FORM = 'grid justify-items-start gap-4 [&>*]:w-full [&>button]:w-auto';

export function RenewForm({ customerId, suggestedDay }: { customerId: number; suggestedDay: string }) {
  const [form, submit, isPending] = useActionState(renewAction, untouched);
  return (
    <form action={submit} noValidate className={FORM}>
      <FormResult form={form} />
      <input type="hidden" name="customerId" value={customerId} />
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
      <Button type="submit" isBusy={isPending}>
        Renew
      </Button>
    </form>
  );
}

type StartFormProps = { customerId: number; types: readonly { id: number; name: string }[] };

export function StartForm({ customerId, types }: StartFormProps) {
  const [form, submit, isPending] = useActionState(startSubscriptionAction, untouched);
  return (
    <form action={submit} noValidate className={FORM}>
      <FormResult form={form} />
      <input type="hidden" name="customerId" value={customerId} />
      <SelectField
        label="New subscription"
        name="subscriptionTypeId"
        required
        hint="Valid for a year from now. AURA revives none that has ended."
        options={types.map(({ id, name }) => ({ value: String(id), label: name }))}
        error={form.problem?.fields?.subscriptionTypeId}
      />
      <Button type="submit" isBusy={isPending}>
        Start subscription
      </Button>
    </form>
  );
}

/** Cancels a subscription; the reason goes to AURA. */
export function CancelForm({ customerId }: { customerId: number }) {
  const [form, submit, isPending] = useActionState(cancelSubscriptionAction, untouched);
  return (
    <form action={submit} noValidate className={FORM}>
      <FormResult form={form} />
      <input type="hidden" name="customerId" value={customerId} />
      <TextField
        label="Reason"
        name="reason"
        required
        maxLength={500}
        hint="It goes to AURA. From then on AURA refuses this person’s alarms, and it cannot be revived."
        defaultValue={form.values.reason}
        error={form.problem?.fields?.reason}
      />
      <Button type="submit" tone="secondary" isBusy={isPending}>
        Cancel subscription
      </Button>
    </form>
  );
}
