import { type ComponentProps, type ReactNode, useId } from 'react';

type CheckFieldProps = Omit<ComponentProps<'input'>, 'id' | 'name' | 'type' | 'children'> & {
  label: string;
  name: string;
  hint?: ReactNode;
};

export function CheckField({ label, hint, ...input }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3">
      <input
        {...input}
        id={id}
        type="checkbox"
        className="mt-0.5 size-6 accent-accent"
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      />
      <div className="grid gap-1">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-sm text-ink-soft">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
