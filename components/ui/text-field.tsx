import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { CONTROL_LOOK } from '#components/ui/control-look.ts';
import { Field } from '#components/ui/field.tsx';

type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'name' | 'children'> & {
  label: string;
  name: string;
  hint?: ReactNode;
  error?: string | undefined;
};

export function TextField({ label, name, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} name={name} hint={hint} error={error} isOptional={!input.required}>
      {(control) => (
        <input type="text" {...input} {...control} className={classNames(CONTROL_LOOK, className)} />
      )}
    </Field>
  );
}
