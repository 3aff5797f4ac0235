import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonTone, buttonLook } from '#components/ui/button-look.ts';
import { Spinner } from '#components/ui/spinner.tsx';

type ButtonProps = ComponentProps<'button'> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** Shows a spinner and ignores clicks, but keeps focus and accessible name. */
  isBusy?: boolean;
};

export function Button({ tone, size, isBusy = false, className, children, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      // Not `disabled`, which would lose the focus.
      type={isBusy ? 'button' : (type ?? 'button')}
      onClick={isBusy ? undefined : rest.onClick}
      aria-disabled={isBusy || undefined}
      className={buttonLook(tone, size, className)}
    >
      {isBusy ? <Spinner /> : null}
      <span className="contents">{children}</span>
    </button>
  );
}
