import type { ReactNode } from 'react';
import { GraceButtons } from '#components/panic/grace-buttons.tsx';
import { linesForScript } from '#components/panic/hold-words.ts';
import { PRESS_FORM_LOOK, type PressFormFields, PressInputs } from '#components/panic/press-inputs.tsx';
import { timingLine } from '#components/panic/timing.ts';
import { useTiming } from '#components/panic/timing-context.ts';
import { useWords } from '#components/ui/words.tsx';

type PressFormProps = { fields: PressFormFields; children: ReactNode };

/**
 * The way of a press without React: a plain form, that early-press.ts drives from the first paint and that a
 * tap alone sends where no script runs.
 */
export function PressForm({ fields, children }: PressFormProps) {
  const t = useWords();
  const timing = useTiming();
  return (
    <form
      id="press-form"
      method="post"
      action="/api/panic"
      data-words={linesForScript(t, timing)}
      data-timing={timingLine(timing)}
      // From here on the gestures send; a form that went out too would take the page away.
      onSubmit={(event) => event.preventDefault()}
      className={PRESS_FORM_LOOK}
    >
      <PressInputs fields={fields} />
      {children}
      <FormWithoutReact />
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
