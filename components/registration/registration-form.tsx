'use client';

import { useActionState } from 'react';
import { CodeStep } from '#components/registration/code-step.tsx';
import { DetailsFields, type DetailsLabels } from '#components/registration/details-fields.tsx';
import { fieldWords } from '#components/registration/field-words.ts';
import { HiddenFields } from '#components/registration/hidden-fields.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { ShowResult } from '#components/ui/show-result.tsx';
import { useWords } from '#components/ui/words.tsx';
import { registerAction } from '#lib/customers/registration/actions.ts';
import type { RegistrationForm as Form, SubscriptionType } from '#lib/customers/registration/schema.ts';
import type { Translate } from '#lib/languages/translate.ts';

type RegistrationFormProps = {
  subscriptionTypes: readonly SubscriptionType[];
  defaultTypeId: number | null;
  /** Of the terms that stand beside the form. */
  termsVersion: string;
};

/** Details, code, panic page. Plain forms: works without JavaScript. */
export function RegistrationForm({ subscriptionTypes, defaultTypeId, termsVersion }: RegistrationFormProps) {
  const t = useWords();
  const [form, submit, isPending] = useActionState(registerAction, {
    step: 'details',
    values: {
      name: '',
      surname: '',
      latinName: '',
      mobile: '',
      subscriptionTypeId: String(defaultTypeId ?? ''),
    },
    registrationId: '',
    sentTo: '',
    problem: null,
  } satisfies Form);
  return (
    <form action={submit} noValidate className="grid gap-6">
      <RefusalAlert problem={form.problem} t={t} />
      <ShowResult of={form} />
      {form.step === 'details' ? (
        <>
          <HiddenFields fields={{ termsVersion }} />
          <DetailsStep form={form} types={subscriptionTypes} isPending={isPending} />
        </>
      ) : (
        <HiddenFields fields={carriedBy(form)} />
      )}
      {form.step === 'code' ? (
        <CodeStep
          sentTo={form.sentTo}
          error={form.problem?.fields?.code}
          isPending={isPending}
          editLabel={t('join.change')}
        />
      ) : null}
      {form.step === 'retry' ? <RetryStep isPending={isPending} /> : null}
      {form.step === 'ready' ? (
        <LinkButton href="/sign-in" size="large">
          {t('entry.signIn')}
        </LinkButton>
      ) : null}
    </form>
  );
}

/** All but the mobile: it ends in the safe code (see the action). */
function carriedBy({ values, registrationId, sentTo }: Form): Record<string, string> {
  const { name, surname, latinName, subscriptionTypeId } = values;
  return { name, surname, latinName, subscriptionTypeId, registrationId, sentTo };
}

type DetailsStepProps = { form: Form; types: readonly SubscriptionType[]; isPending: boolean };

function DetailsStep({ form, types, isPending }: DetailsStepProps) {
  const { values, problem } = form;
  const t = useWords();
  const { name, surname, latinName, mobile, subscriptionTypeId } = problem?.fields ?? {};
  const errors = {
    name: fieldWords(name, t),
    surname: fieldWords(surname, t),
    latinName: fieldWords(latinName, t),
    mobile: fieldWords(mobile, t),
    subscriptionTypeId: fieldWords(subscriptionTypeId, t),
  };
  return (
    <>
      <DetailsFields values={values} errors={errors} types={types} isAboutOneself labels={labelsIn(t)} />
      <Button type="submit" name="intent" value="start" size="large" isBusy={isPending}>
        {t('entry.register')}
      </Button>
    </>
  );
}

function labelsIn(t: Translate): DetailsLabels {
  return {
    name: t('join.name'),
    surname: t('join.surname'),
    surnameHint: t('join.oneName'),
    latinName: t('join.sayName'),
    latinNameHint: t('join.sayNameHint'),
    optional: t('join.optional'),
    mobile: t('signIn.mobile'),
    mobileHint: t('join.mobileHint'),
    subscription: t('join.subscription'),
    subscriptionHint: t('join.subscriptionHint'),
  };
}

function RetryStep({ isPending }: { isPending: boolean }) {
  const t = useWords();
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="submit" name="intent" value="complete" size="large" isBusy={isPending}>
        {t('broken.again')}
      </Button>
      <Button type="submit" name="intent" value="edit" tone="quiet">
        {t('join.change')}
      </Button>
    </div>
  );
}
