'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { DetailsFields } from '#components/registration/details-fields.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { CheckField } from '#components/ui/check-field.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { registerCustomerAction } from '#lib/customers/directory/actions.ts';
import type { RegisterForm as Form, RegisteredCustomer } from '#lib/customers/directory/schema.ts';
import type { SubscriptionType } from '#lib/customers/registration/schema.ts';

const LABELS = {
  name: 'Name',
  surname: 'Surname',
  surnameHint: 'Leave empty for somebody with one name.',
  latinName: 'How to say the name',
  latinNameHint: 'In letters from A to Z, for responders who cannot read the name as it is written.',
  optional: 'Optional',
  mobile: 'Mobile number',
  mobileHint: 'They sign in with it, by a code that is texted to it. Responders call it.',
  subscription: 'Subscription',
  subscriptionHint: 'Valid for a year from today.',
};

type RegisterFormProps = { types: readonly SubscriptionType[]; defaultTypeId: number | null };

/** Registers a customer, with the same fields as self-registration. */
export function RegisterForm({ types, defaultTypeId }: RegisterFormProps) {
  const [form, submit, isPending] = useActionState(registerCustomerAction, {
    values: {
      name: '',
      surname: '',
      latinName: '',
      mobile: '',
      subscriptionTypeId: String(defaultTypeId ?? ''),
      tell: true,
    },
    registered: null,
    problem: null,
  } satisfies Form);
  const { values, registered, problem } = form;
  const errors = problem?.fields ?? {};
  return (
    <form action={submit} noValidate className="grid gap-5">
      <FormRefusal problem={problem} />
      {registered ? <Registered registered={registered} /> : null}
      <DetailsFields values={values} errors={errors} types={types} isAboutOneself={false} labels={LABELS} />
      <CheckField
        label="Tell them by text message"
        name="tell"
        hint="That they are registered, and where they sign in."
        key={String(values.tell)}
        defaultChecked={values.tell}
      />
      <div>
        <Button type="submit" size="large" isBusy={isPending}>
          Register
        </Button>
      </div>
    </form>
  );
}

function Registered({ registered: { customerId, name, isNotified } }: { registered: RegisteredCustomer }) {
  return (
    <div className="grid gap-3">
      <StatusLine tone="good" icon={<CircleCheck />}>
        <bdi>{name}</bdi>
        <span>{` is registered${isNotified ? ' and has been sent a text message' : ''}.`}</span>
      </StatusLine>
      {isNotified === false ? (
        <Alert title="The text message was not sent">
          <p>The message service did not take it. They are registered all the same: tell them yourself.</p>
        </Alert>
      ) : null}
      <p>
        <TextLink href={`/admin/customers/${customerId}`}>{`Open customer ${customerId}`}</TextLink>, or
        register somebody else below.
      </p>
    </div>
  );
}
