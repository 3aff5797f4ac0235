import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Field } from '#components/ui/field.tsx';

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'name' | 'children'> & {
  label: string;
  name: string;
  hint?: ReactNode;
  error?: string | undefined;
  optionalLabel?: string | undefined;
};

export function TextField({ label, name, hint, error, optionalLabel, className, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, name, hint, error, optionalLabel }} isOptional={!input.required}>
      {(control) => (
        <input type="text" {...input} {...control} className={classNames('control', className)} />
      )}
    </Field>
  );
}
