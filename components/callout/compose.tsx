import { Send } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { QuickTexts } from '#components/ui/quick-texts.tsx';
import { useWords } from '#components/ui/words.tsx';
import { MAX_TEXT_LENGTH } from '#lib/following/messages/model.ts';

/** One-touch messages for somebody who cannot type: read in their language, sent in that of the control room. */
const PHRASES = [
  ['callout.phrase.talk', 'I can’t talk'],
  ['callout.phrase.hiding', 'I am hiding'],
  ['callout.phrase.attackers', 'There is more than one attacker'],
  ['callout.phrase.ambulance', 'I need an ambulance'],
] as const;

/** An operator's: questions and requests, as only AURA knows what is on its way. */
const QUESTIONS = ['Can you talk?', 'We are calling you now', 'Where exactly are you?', 'Are you safe now?'];

type ComposeProps = { as: 'person' | 'operator'; onSend: (text: string) => void };

export function Compose({ as, onSend }: ComposeProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const isTooLong = text.trim().length > MAX_TEXT_LENGTH;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || isTooLong) return;
    onSend(text);
    setText('');
  };
  return (
    <div className="grid gap-4">
      {as === 'person' ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are buttons
        <div role="group" aria-label={t('callout.quick')} className="flex flex-wrap gap-2">
          {PHRASES.map(([key, phrase]) => (
            <Button key={key} tone="secondary" onClick={() => onSend(phrase)}>
              {t(key)}
            </Button>
          ))}
        </div>
      ) : (
        <QuickTexts
          texts={QUESTIONS}
          onChoose={(question) => {
            setText(question);
            field.current?.focus();
          }}
        />
      )}
      <form onSubmit={submit} noValidate className="grid gap-3">
        <Field
          label={t('callout.message')}
          name="text"
          hint={as === 'person' ? t('callout.hint') : OPERATORS_HINT}
          error={
            isTooLong ? t('callout.tooLong', { most: MAX_TEXT_LENGTH, count: text.trim().length }) : undefined
          }
        >
          {(control) => (
            <textarea
              {...control}
              ref={field}
              rows={2}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="control resize-y"
            />
          )}
        </Field>
        <div>
          <Button type="submit">
            <Send aria-hidden="true" />
            <span>{t('callout.send')}</span>
          </Button>
        </div>
      </form>
    </div>
  );
}

const OPERATORS_HINT =
  'AURA’s control room and the person read it. It says that an operator of Vigil writes.';
