import type { ReactNode } from 'react';
import { PanicButton } from '#components/panic/panic-button.tsx';
import { PressForm } from '#components/panic/press-form.tsx';
import type { PressFormFields } from '#components/panic/press-inputs.tsx';
import { Button } from '#components/ui/button.tsx';
import { useWords } from '#components/ui/words.tsx';

type PressPadProps = {
  button: { current: HTMLButtonElement | null };
  isHolding: boolean;
  note: string;
  /** Present where the button must work without this script, too. */
  form?: PressFormFields | undefined;
  /** The choice of the kind of help. */
  help?: ReactNode;
};

/** The button, what it says, and the way to press for those who cannot hold. */
export function PressPad({ form, ...pad }: PressPadProps) {
  if (!form) {
    return (
      <div className="grid grid-cols-1 justify-items-center gap-1 sm:gap-4">
        <Pad {...pad} />
      </div>
    );
  }
  return (
    <PressForm fields={form}>
      <Pad {...pad} />
    </PressForm>
  );
}

function Pad({ button, isHolding, note, help }: Omit<PressPadProps, 'form'>) {
  const t = useWords();
  return (
    <>
      {help}
      <div data-press="pad" className="press-circle">
        <PanicButton ref={button} isHolding={isHolding} />
      </div>
      {/* The inline script may have changed the words before React sees them. */}
      <p
        role="status"
        data-press="note"
        suppressHydrationWarning
        className="max-w-md text-center text-lg font-semibold"
      >
        {note}
      </p>
      <Button type="submit" tone="quiet" data-press="click">
        {t('panic.cannotHold')}
      </Button>
    </>
  );
}
