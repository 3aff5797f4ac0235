import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { SubscriptionType } from '#lib/customers/registration/schema.ts';
import type { FieldProblems } from '#lib/errors/result.ts';

type Name = 'name' | 'surname' | 'mobile' | 'subscriptionTypeId';

type DetailsFieldsProps = {
  values: Record<Name, string>;
  errors: FieldProblems;
  types: readonly SubscriptionType[];
  /** Enables browser autofill. */
  isAboutOneself: boolean;
  mobileHint: string;
};

/** Customer details, for self-registration and operators. */
export function DetailsFields({ values, errors, types, isAboutOneself, mobileHint }: DetailsFieldsProps) {
  const filledIn = (by: 'given-name' | 'family-name' | 'tel') => (isAboutOneself ? by : 'off');
  return (
    <>
      <TextField
        label="Name"
        name="name"
        autoComplete={filledIn('given-name')}
        required
        maxLength={80}
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        label="Surname"
        name="surname"
        autoComplete={filledIn('family-name')}
        hint={
          isAboutOneself ? 'Leave empty if you have one name.' : 'Leave empty for somebody with one name.'
        }
        maxLength={80}
        defaultValue={values.surname}
        error={errors.surname}
      />
      <TextField
        label="Mobile number"
        name="mobile"
        type="tel"
        autoComplete={filledIn('tel')}
        required
        maxLength={40}
        hint={mobileHint}
        defaultValue={values.mobile}
        error={errors.mobile}
      />
      <SelectField
        label="Subscription"
        name="subscriptionTypeId"
        required
        hint="Valid for a year from today."
        // A select keeps its first default value; the key resets it.
        key={values.subscriptionTypeId}
        defaultValue={values.subscriptionTypeId}
        options={types.map(({ id, name }) => ({ value: String(id), label: name }))}
        error={errors.subscriptionTypeId}
      />
    </>
  );
}
