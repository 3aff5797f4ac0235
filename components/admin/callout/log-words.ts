import { sourceNames, stageNames } from '#components/callout/stage-words.ts';
import type { Entry } from '#lib/console/callout-page/schema.ts';
import type { AlertKind } from '#lib/vocabulary.ts';

const NEEDS: Record<AlertKind, string> = {
  press_undelivered: 'the alarm was not sent to AURA',
  new_callout: 'new callout',
  no_responder: 'no responder was on the way',
  position_lost: 'the location was lost',
  duress_suspected: 'suspected duress',
  aura_unreachable: 'AURA did not answer',
};

const SETTLED: Record<Extract<Entry, { kind: 'cancel_settled' }>['state'], string> = {
  accepted: 'AURA confirmed the cancellation',
  refused: 'AURA refused the cancellation',
  closed: 'AURA had closed the callout before the cancellation',
  not_sent: 'The cancellation was not sent to AURA',
  unanswered: 'AURA did not answer the cancellation for an hour',
};

export const verdictWords: Record<Extract<Entry, { kind: 'verdict' }>['verdict'], string> = {
  genuine: 'Marked as genuine',
  false_alarm: 'Marked as a false alarm',
  none: 'Mark removed',
};

export function entryWords(entry: Entry): { title: string; detail: string } {
  switch (entry.kind) {
    case 'fact':
      return {
        title: entry.stage ? stageNames[entry.stage] : (entry.event ?? 'Something changed'),
        detail: `${entry.event && entry.stage ? `“${entry.event}” · ` : ''}${sourceNames[entry.source]}`,
      };
    case 'pressed':
      return { title: 'Press received', detail: 'person' };
    case 'taken_up':
      return { title: 'Acknowledged', detail: `${operator(entry.by)}: ${NEEDS[entry.need]}` };
    case 'assigned':
      return {
        title: 'Assigned',
        detail: `to ${operator(entry.to)} by ${operator(entry.by)}: ${NEEDS[entry.need]}`,
      };
    case 'taken_with_others':
      return { title: 'Acknowledged with others', detail: `${operator(entry.by)}: “${entry.reason}”` };
    case 'escalated':
      return { title: 'Escalated', detail: noticeWords(entry) };
    case 'cancel_asked':
      return {
        title: 'Cancellation asked for',
        detail: entry.by === 'operator' ? operator(entry.name) : `person, ${codeWords(entry.isCodeRight)}`,
      };
    case 'cancel_settled':
      return { title: SETTLED[entry.state], detail: 'AURA’s answer' };
    case 'duress_suspected':
      return { title: 'Duress suspected', detail: 'Vigil, by the code that was typed' };
    case 'messages':
      return {
        title: entry.count === 1 ? 'A message' : `${entry.count} messages`,
        detail: entry.from.map(authorWords).join(', '),
      };
    case 'note':
      return { title: 'Note written', detail: operator(entry.by) };
    case 'reread':
      return { title: 'AURA asked by hand', detail: `${operator(entry.by)}: ${rereadWords(entry.outcome)}` };
    case 'verdict':
      return { title: verdictWords[entry.verdict], detail: operator(entry.by) };
    case 'profile_opened':
      return { title: 'Medical and contact profile opened', detail: operator(entry.by) };
    case 'rated':
      return { title: `Rated ${entry.rating} of 5`, detail: 'person' };
  }
}

function noticeWords({ to, need, times, at, deliveredAt }: Extract<Entry, { kind: 'escalated' }>): string {
  const seconds = deliveredAt && Math.max(0, Math.round((Date.parse(deliveredAt) - Date.parse(at)) / 1_000));
  return [
    `Vigil sent ${to.includes('@') ? 'e-mail' : 'SMS'} to ${to}: ${NEEDS[need]}`,
    ...(times > 1 ? [`${times} times`] : []),
    ...(seconds === null ? [] : [`delivered after ${seconds} s`]),
  ].join(', ');
}

function operator(name: string | null): string {
  return name === null ? 'an operator who is no longer here' : `operator ${name}`;
}

function codeWords(isCodeRight: boolean | null): string {
  return isCodeRight ? 'with the right code' : 'without the right code';
}

function authorWords({ author, name }: Extract<Entry, { kind: 'messages' }>['from'][number]): string {
  switch (author) {
    case 'person':
      return 'person';
    case 'operator':
      return operator(name);
    case 'control_room':
      return 'AURA’s control room';
    case 'vigil':
      return 'Vigil, automatically';
  }
}

export function rereadWords(outcome: string): string {
  if (outcome === 'news') return 'something new came';
  return outcome === 'nothing_new' ? 'nothing new' : 'AURA did not answer';
}
