import { refusedWords } from '#components/panic/refused-words.ts';
import { Age } from '#components/ui/age.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { useWords } from '#components/ui/words.tsx';
import type { ErrorCode } from '#lib/errors/errors.ts';
import type { Conversation, Message } from '#lib/following/messages/answers.ts';
import type { Translate } from '#lib/languages/translate.ts';

type MessageLineProps = {
  as: Conversation['as'];
  servedAt: string;
} & (
  | { message: Message; local?: never }
  /** Not stored by the server yet. */
  | { local: { text: string; problem: ErrorCode | null }; message?: never }
);

/** One message with sender, age and delivery state. */
export function MessageLine({ message, local, as, servedAt }: MessageLineProps) {
  const t = useWords();
  const isMine = local !== undefined || message.author === as;
  const isTrouble = local?.problem || message?.state === 'failed' || message?.state === 'unsure';
  return (
    <li
      className={classNames(
        'grid max-w-[90%] gap-1 rounded-md border p-3',
        isMine ? 'justify-self-end bg-accent-wash' : 'justify-self-start bg-sunken',
        isTrouble ? 'border-alert-line' : isMine ? 'border-transparent' : 'border-line',
      )}
    >
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-soft">
        <span className="font-semibold">{local ? t('callout.you') : authorWords(message, as, t)}</span>
        {message ? <Age at={message.writtenAt} now={servedAt} /> : null}
      </p>
      <p className="break-words whitespace-pre-wrap" dir="auto">
        {(local ?? message).text}
      </p>
      <p className={classNames('text-sm', isTrouble ? 'font-medium text-alert-ink' : 'text-ink-soft')}>
        {local ? localWords(local.problem, t) : stateWords(message, t)}
      </p>
    </li>
  );
}

function authorWords({ author, by }: Message, as: MessageLineProps['as'], t: Translate): string {
  switch (author) {
    case 'person':
      return t(as === 'person' ? 'callout.you' : 'callout.thePerson');
    case 'operator':
      return by ? t('callout.operator', { name: by }) : t('callout.someOperator');
    case 'vigil':
      return t('callout.vigil');
    case 'control_room':
      return t('call.room');
  }
}

function stateWords({ state, problem }: Message, t: Translate): string {
  switch (state) {
    case 'queued':
    case 'sent':
    case 'unsure':
      return t(`callout.msg.${state}`);
    case 'failed':
      return t(`callout.msg.${problem ?? state}`);
    case 'received':
      return '';
  }
}

function localWords(problem: ErrorCode | null, t: Translate): string {
  return problem ? t('callout.msg.because', { why: refusedWords(problem, t).title }) : t('callout.msg.local');
}
