import type { ReactNode } from 'react';
import { GraceButtons } from '#components/panic/grace-buttons.tsx';
import { linesForScript } from '#components/panic/hold-words.ts';
import { timingLine } from '#components/panic/timing.ts';
import { useTiming } from '#components/panic/timing-context.ts';
import { useWords } from '#components/ui/words.tsx';

/** What a press by a plain form says; made anew each time the page is. */
export type PressFormFields = { pressId: string; pressedAt: string; pressToken: string };

/** Filled in by the inline script; left empty, the press has no location of its own and does not say when it was sent. */
const NO_LOCATION = { latitude: '', longitude: '', accuracy: '', fixedAt: '', source: '', sentAt: '' };

type PressFormProps = {
  fields: PressFormFields;
  /** A tap sends it, as where no script runs. */
  isPlain?: boolean;
  children: ReactNode;
};

/**
 * The way of a press without React: a plain form, that early-press.ts drives from the first paint and that a
 * tap alone sends where no script runs.
 */
export function PressForm({ fields, isPlain = false, children }: PressFormProps) {
  const t = useWords();
  const timing = useTiming();
  return (
    <form
      id={isPlain ? undefined : 'press-form'}
      method="post"
      action="/api/panic"
      data-words={isPlain ? undefined : linesForScript(t, timing)}
      data-timing={isPlain ? undefined : timingLine(timing)}
      // From here on the gestures send; a form that went out too would take the page away.
      onSubmit={isPlain ? undefined : (event) => event.preventDefault()}
      className="grid w-full grid-cols-1 justify-items-center gap-1 sm:gap-4"
    >
      {Object.entries({ ...fields, kind: 'real', ...NO_LOCATION }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {isPlain ? null : <FormWithoutReact />}
    </form>
  );
}

/** What the inline script shows in the grace, and what is said where no script runs. */
function FormWithoutReact() {
  const t = useWords();
  return (
    <>
      <GraceButtons isHidden />
      <noscript>
        <p className="max-w-md text-center font-semibold">{t('panic.withoutScripts')}</p>
      </noscript>
    </>
  );
}
