import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonTone, buttonLook } from '#components/ui/button-look.ts';
import { Spinner } from '#components/ui/spinner.tsx';

type ButtonProps = ComponentProps<'button'> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** Shows a spinner and refuses presses, but keeps the focus and the accessible name. */
  isBusy?: boolean;
};

/** A button that does something on this page. */
export function Button({ tone, size, isBusy = false, className, children, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      // Not `disabled`: that would drop the focus to the top of the page while waiting.
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
