import { useState } from 'react';
import { newPress } from '#components/panic/new-press.ts';
import { PressForm, type PressFormFields } from '#components/panic/press-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { useWords } from '#components/ui/words.tsx';

/** Where the page could not keep its fields: the session or the cookie says who presses. */
function freshFields(): PressFormFields {
  return { ...newPress('real'), pressToken: '' };
}

/** The button where the page around it broke: a plain form, that one tap sends. */
export function PlainPress({ fields }: { fields?: PressFormFields }) {
  const t = useWords();
  const [form] = useState(() => fields ?? freshFields());
  return (
    <PressForm fields={form} isPlain>
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
    </PressForm>
  );
}
