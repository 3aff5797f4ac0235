import { Age } from '#components/ui/age.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { type ErrorCode, errorEntry } from '#lib/errors/errors.ts';
import type { Conversation, Message } from '#lib/following/messages/answers.ts';
import { named } from '#lib/languages/brand-name.ts';

type MessageLineProps = {
  as: Conversation['as'];
  servedAt: string;
} & (
  | { message: Message; local?: never }
  /** Not stored by the server yet. */
  | { local: { text: string; problem: ErrorCode | null }; message?: never }
);

const PROBLEMS = {
  closed: 'Not sent. This has ended.',
  refused: 'Not sent. AURA did not accept it.',
  too_late: 'Not sent. AURA did not answer for ten minutes. Send it again if you still need to.',
} as const;

/** One message with sender, age and delivery state. */
export function MessageLine({ message, local, as, servedAt }: MessageLineProps) {
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
        <span className="font-semibold">{local ? 'You' : authorWords(message, as)}</span>
        {message ? <Age at={message.writtenAt} now={servedAt} /> : null}
      </p>
      <p className="break-words whitespace-pre-wrap" dir="auto">
        {(local ?? message).text}
      </p>
      <p className={classNames('text-sm', isTrouble ? 'font-medium text-alert-ink' : 'text-ink-soft')}>
        {local ? localWords(local.problem) : stateWords(message)}
      </p>
    </li>
  );
}

function authorWords({ author, by }: Message, as: MessageLineProps['as']): string {
  switch (author) {
    case 'person':
      return as === 'person' ? 'You' : 'The person';
    case 'operator':
      return by ? `Operator ${by}` : named('Vigil’s operator');
    case 'vigil':
      return named('Vigil, automatically');
    case 'control_room':
      return 'Control room';
  }
}

function stateWords({ state, problem }: Message): string {
  switch (state) {
    case 'queued':
      return 'Not sent to the control room yet.';
    case 'sent':
      return 'The control room has it.';
    case 'failed':
      return problem ? PROBLEMS[problem] : 'Not sent.';
    case 'unsure':
      return 'We do not know if the control room has it.';
    case 'received':
      return '';
  }
}

function localWords(problem: ErrorCode | null): string {
  return problem ? `Not sent. ${errorEntry(problem).title}.` : 'Not sent yet. We keep trying.';
}
