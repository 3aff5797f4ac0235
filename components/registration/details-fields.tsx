import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { SubscriptionType } from '#lib/customers/registration/schema.ts';

type Name = 'name' | 'surname' | 'latinName' | 'mobile' | 'subscriptionTypeId';

/** Persons read them in their language, operators in English. */
export type DetailsLabels = Record<
  | 'name'
  | 'surname'
  | 'surnameHint'
  | 'latinName'
  | 'latinNameHint'
  | 'optional'
  | 'mobile'
  | 'mobileHint'
  | 'subscription'
  | 'subscriptionHint',
  string
>;

type DetailsFieldsProps = {
  values: Record<Name, string>;
  errors: { readonly [Each in Name]?: string | undefined };
  types: readonly SubscriptionType[];
  /** Enables browser autofill. */
  isAboutOneself: boolean;
  labels: DetailsLabels;
};

/** Customer details, for self-registration and operators. */
export function DetailsFields({ values, errors, types, isAboutOneself, labels }: DetailsFieldsProps) {
  const filledIn = (by: 'given-name' | 'family-name' | 'tel') => (isAboutOneself ? by : 'off');
  return (
    <>
      <TextField
        label={labels.name}
        name="name"
        dir="auto"
        autoComplete={filledIn('given-name')}
        required
        maxLength={80}
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        label={labels.surname}
        optionalLabel={labels.optional}
        name="surname"
        dir="auto"
        autoComplete={filledIn('family-name')}
        hint={labels.surnameHint}
        maxLength={80}
        defaultValue={values.surname}
        error={errors.surname}
      />
      <TextField
        label={labels.latinName}
        optionalLabel={labels.optional}
        name="latinName"
        dir="auto"
        autoComplete="off"
        hint={labels.latinNameHint}
        maxLength={80}
        defaultValue={values.latinName}
        error={errors.latinName}
      />
      <TextField
        label={labels.mobile}
        name="mobile"
        type="tel"
        autoComplete={filledIn('tel')}
        required
        maxLength={40}
        hint={labels.mobileHint}
        defaultValue={values.mobile}
        error={errors.mobile}
      />
      <SelectField
        label={labels.subscription}
        name="subscriptionTypeId"
        required
        hint={labels.subscriptionHint}
        // A select keeps its first default value; the key resets it.
        key={values.subscriptionTypeId}
        defaultValue={values.subscriptionTypeId}
        options={types.map(({ id, name }) => ({ value: String(id), label: name }))}
        error={errors.subscriptionTypeId}
      />
    </>
  );
}
