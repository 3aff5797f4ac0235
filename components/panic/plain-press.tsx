import { useState } from 'react';
import { recallHelp } from '#components/panic/chosen-help.ts';
import { newPressId } from '#components/panic/press-id.ts';
import { PRESS_FORM_LOOK, type PressFormFields, PressInputs } from '#components/panic/press-inputs.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { useWords } from '#components/ui/words.tsx';
import { now } from '#lib/platform/clock.ts';

/**
 * Where the page could not keep its fields: the session or the cookie says who presses. Not `newPress`, whose scripts every page
 * would send beside its own.
 */
function freshFields(): PressFormFields {
  const responseTypeId = recallHelp();
  const help = responseTypeId === undefined ? {} : { responseTypeId };
  return { pressId: newPressId(), pressedAt: now().toISOString(), pressToken: '', ...help };
}

/** The button where the page around it broke: a plain form, that one tap sends. */
export function PlainPress({ fields }: { fields?: PressFormFields }) {
  const t = useWords();
  const [form] = useState(() => fields ?? freshFields());
  return (
    <form method="post" action="/api/panic" className={PRESS_FORM_LOOK}>
      <PressInputs fields={form} />
      <Alert title={t('plain.title')}>
        <p>{t('plain.text')}</p>
      </Alert>
      <div className="press-circle">
        <button
          type="submit"
          className="panic-button relative size-[86%] rounded-full border-4 border-transparent bg-panic font-bold tracking-tight text-panic-ink"
        >
          {t('button')}
        </button>
      </div>
    </form>
  );
}
