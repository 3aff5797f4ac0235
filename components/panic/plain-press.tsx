import { useState } from 'react';
import { recallHelp } from '#components/panic/chosen-help.ts';
import { newPressId } from '#components/panic/press-id.ts';
import { PRESS_FORM_LOOK, type PressFormFields, PressInputs } from '#components/panic/press-inputs.tsx';
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

/** The button where the page around it broke: a plain form, that one tap sends. Sent with every page, so without an icon. */
export function PlainPress({ fields }: { fields?: PressFormFields }) {
  const t = useWords();
  const [form] = useState(() => fields ?? freshFields());
  return (
    <form method="post" action="/api/panic" className={PRESS_FORM_LOOK}>
      <PressInputs fields={form} />
      <div role="alert" className="alert-box grid w-full gap-2">
        <p className="font-semibold">{t('plain.title')}</p>
        <p>{t('plain.text')}</p>
      </div>
      <div className="press-circle">
        <button type="submit" className="panic-button">
          {t('button')}
        </button>
      </div>
    </form>
  );
}
