'use client';

import { useActionState } from 'react';
import { CodeStep } from '#components/registration/code-step.tsx';
import { DetailsFields } from '#components/registration/details-fields.tsx';
import { HiddenFields } from '#components/registration/hidden-fields.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { registerAction } from '#lib/customers/registration/actions.ts';
import type { RegistrationForm as Form, SubscriptionType } from '#lib/customers/registration/schema.ts';

type RegistrationFormProps = { subscriptionTypes: readonly SubscriptionType[]; defaultTypeId: number | null };

/** Details, code, panic page. Plain forms: works without JavaScript. */
export function RegistrationForm({ subscriptionTypes, defaultTypeId }: RegistrationFormProps) {
  const [form, submit, isPending] = useActionState(registerAction, {
    step: 'details',
    values: { name: '', surname: '', mobile: '', subscriptionTypeId: String(defaultTypeId ?? '') },
    registrationId: '',
    sentTo: '',
    problem: null,
  } satisfies Form);
  return (
    <form action={submit} noValidate className="grid gap-6">
      <RefusalAlert problem={form.problem} />
      {form.step === 'details' ? (
        <DetailsStep form={form} types={subscriptionTypes} isPending={isPending} />
      ) : (
        <HiddenFields fields={carriedBy(form)} />
      )}
      {form.step === 'code' ? (
        <CodeStep
          sentTo={form.sentTo}
          error={form.problem?.fields?.code}
          isPending={isPending}
          editLabel="Change details"
        />
      ) : null}
      {form.step === 'retry' ? <RetryStep isPending={isPending} /> : null}
      {form.step === 'ready' ? (
        <LinkButton href="/sign-in" size="large">
          Sign in
        </LinkButton>
      ) : null}
    </form>
  );
}

/** All but the mobile: it ends in the safe code (see the action). */
function carriedBy({ values, registrationId, sentTo }: Form): Record<string, string> {
  const { name, surname, subscriptionTypeId } = values;
  return { name, surname, subscriptionTypeId, registrationId, sentTo };
}

type DetailsStepProps = { form: Form; types: readonly SubscriptionType[]; isPending: boolean };

function DetailsStep({ form, types, isPending }: DetailsStepProps) {
  const { values, problem } = form;
  const errors = problem?.fields ?? {};
  return (
    <>
      <DetailsFields
        values={values}
        errors={errors}
        types={types}
        isAboutOneself
        mobileHint="We will SMS you a code. Responders may call this number."
      />
      <Button type="submit" name="intent" value="start" size="large" isBusy={isPending}>
        Register
      </Button>
    </>
  );
}

function RetryStep({ isPending }: { isPending: boolean }) {
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="submit" name="intent" value="complete" size="large" isBusy={isPending}>
        Try again
      </Button>
      <Button type="submit" name="intent" value="edit" tone="quiet">
        Change details
      </Button>
    </div>
  );
}
