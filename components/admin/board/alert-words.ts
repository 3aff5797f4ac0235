import { stateWords } from '#components/admin/undelivered-words.ts';
import { stageNames } from '#components/callout/stage-words.ts';
import { pauseWords } from '#components/position/position-words.ts';
import type { Attention, CurrentAlert } from '#lib/console/attention/schema.ts';
import type { UndeliveredPress } from '#lib/panic/schema.ts';
import type { AlertKind, PressProblem } from '#lib/vocabulary.ts';

export const alertNames: Record<AlertKind, string> = {
  press_undelivered: 'Not with AURA',
  duress_suspected: 'Duress suspected',
  no_responder: 'No responder',
  aura_unreachable: 'AURA not reached',
  position_lost: 'Position lost',
  new_callout: 'New callout',
};

const PROBLEMS: Record<PressProblem, string> = {
  no_location: 'No position, and AURA takes no callout without one',
  aura_unavailable: 'AURA is not answering',
  test_open: 'AURA gave back a TEST callout that is open there: no responder comes because of that',
  cancelled_open: 'AURA gave back a cancelled callout that is open there: no responder comes because of that',
  no_subscription: 'No active subscription',
  refused: 'AURA did not accept the request',
};

export function alertWords({ kind, callout, press, silence }: CurrentAlert): string {
  switch (kind) {
    case 'press_undelivered':
      return press ? `${pressWords(press)} ${whatToDo(press)}` : 'Call the person.';
    case 'duress_suspected':
      return 'The way it was called off makes us doubt that the person is free to. Treat it as an emergency.';
    case 'no_responder':
      return `${callout ? stageNames[callout.stage] : 'Open'}, and nobody is on the way. Ask AURA’s control room.`;
    case 'aura_unreachable':
      return silence === 'not_asked'
        ? 'Nobody asks AURA: the worker of Vigil does not run. Stages on this board may be out of date.'
        : 'AURA does not answer. Stages on this board may be out of date.';
    case 'position_lost':
      return pauseWords[callout?.pauseReason ?? 'silent'];
    case 'new_callout':
      return `${callout ? stageNames[callout.stage] : 'Open'}. Nobody here has looked at it yet.`;
  }
}

function whatToDo({ state, kind }: UndeliveredPress): string {
  const isOver = state !== 'recorded' && kind === 'real';
  return isOver ? 'Call the person, then say what came of it.' : 'Call the person.';
}

/** Text for the alerts beyond the list's limit, by kind. */
export function moreWords(more: Attention['more']): string {
  return more.map(({ kind, count }) => `${count} × ${alertNames[kind]}`).join(', ');
}

function pressWords(press: UndeliveredPress): string {
  const tried = press.attempts === 1 ? 'once' : `${press.attempts} times`;
  const why = press.problem ? ` ${PROBLEMS[press.problem]}.` : '';
  return `${stateWords(press)}.${why}${press.attempts > 0 ? ` Tried ${tried}.` : ''}`;
}

/** Accessible name of the acknowledge button, outside its row’s context. */
export function acknowledgeName({ kind, callout, press }: CurrentAlert): string {
  if (press) return `Acknowledge the press of ${press.person.name} ${press.person.surname}`;
  return `Acknowledge: ${alertNames[kind]}${callout ? `, callout ${callout.calloutId}` : ''}`;
}
