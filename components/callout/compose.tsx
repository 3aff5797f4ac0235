import { Send } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { CONTROL_LOOK } from '#components/ui/control-look.ts';
import { Field } from '#components/ui/field.tsx';
import { QuickTexts } from '#components/ui/quick-texts.tsx';
import { MAX_TEXT_LENGTH } from '#lib/following/messages/model.ts';

/** One-touch messages for somebody who cannot type. */
const PHRASES = ['I can’t talk', 'I am hiding', 'There is more than one attacker', 'I need an ambulance'];

/** An operator's: questions and requests, as only AURA knows what is on its way. */
const QUESTIONS = ['Can you talk?', 'We are calling you now', 'Where exactly are you?', 'Are you safe now?'];

type ComposeProps = { as: 'person' | 'operator'; onSend: (text: string) => void };

export function Compose({ as, onSend }: ComposeProps) {
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
        <div role="group" aria-label="Say it with one touch" className="flex flex-wrap gap-2">
          {PHRASES.map((phrase) => (
            <Button key={phrase} tone="secondary" onClick={() => onSend(phrase)}>
              {phrase}
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
          label="Message"
          name="text"
          hint={as === 'person' ? HINTS.person : HINTS.operator}
          error={
            isTooLong
              ? `Use at most ${MAX_TEXT_LENGTH} characters: this has ${text.trim().length}.`
              : undefined
          }
        >
          {(control) => (
            <textarea
              {...control}
              ref={field}
              rows={2}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className={classNames(CONTROL_LOOK, 'resize-y')}
            />
          )}
        </Field>
        <div>
          <Button type="submit">
            <Send aria-hidden="true" />
            Send message
          </Button>
        </div>
      </form>
    </div>
  );
}

const HINTS = {
  person: 'The control room reads it.',
  operator: 'AURA’s control room and the person read it. It says that an operator of Vigil writes.',
} as const;
