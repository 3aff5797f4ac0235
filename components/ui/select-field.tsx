import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Field } from '#components/ui/field.tsx';

type SelectFieldProps = Omit<ComponentProps<'select'>, 'id' | 'name' | 'children' | 'multiple'> & {
  label: string;
  name: string;
  options: readonly { value: string; label: string }[];
  hint?: ReactNode;
  error?: string | undefined;
};

/** Native select, which phones present best. */
export function SelectField({ label, name, options, hint, error, className, ...select }: SelectFieldProps) {
  return (
    <Field label={label} name={name} hint={hint} error={error} isOptional={!select.required}>
      {(control) => (
        <span className="relative block">
          <select
            {...select}
            {...control}
            className={classNames('control appearance-none truncate pe-11', className)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 end-3.5 size-5 [transform:translateY(-50%)] text-ink-soft"
          />
        </span>
      )}
    </Field>
  );
}
