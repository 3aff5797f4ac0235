import { stateWords } from '#components/admin/undelivered-words.ts';
import { stageNames } from '#components/callout/stage-words.ts';
import { pauseWords } from '#components/position/position-words.ts';
import type {
  Attention,
  AttentionRow,
  Need,
  Severity,
  UndeliveredPress,
} from '#lib/console/attention/schema.ts';
import type { AlertKind, PressProblem } from '#lib/vocabulary.ts';

export const alertNames: Record<AlertKind, string> = {
  press_undelivered: 'Not sent',
  duress_suspected: 'Duress?',
  new_callout: 'New',
  no_responder: 'No responder',
  position_lost: 'Location lost',
  aura_unreachable: 'AURA does not answer',
};

/** Of one need by itself. */
export function severityOfNeed(kind: AlertKind): Severity {
  return kind === 'no_responder' || kind === 'position_lost' || kind === 'aura_unreachable'
    ? 'yellow'
    : 'red';
}

const severityNames: Record<Severity, string> = { red: 'red', yellow: 'yellow', green: 'green' };

/** Of the others the state says it already: “Refused by AURA”, “Needs a location”. */
const PROBLEMS: Record<Exclude<PressProblem, 'refused' | 'no_location'>, string> = {
  aura_unavailable: 'AURA does not answer',
  test_open: 'a TEST callout is open at AURA, so no responder comes',
  cancelled_open: 'a cancelled callout is open at AURA, so no responder comes',
  no_subscription: 'no active subscription',
};

/** What is known beyond the names of the needs, in one line. */
export function rowWords({ callout, press, needs }: AttentionRow): string {
  if (press) return pressWords(press);
  if (!callout) return '';
  const lost = needs.some(({ kind }) => kind === 'position_lost');
  return lost
    ? `${stageNames[callout.stage]} · ${pauseWords[callout.pauseReason ?? 'silent']}`
    : stageNames[callout.stage];
}

function pressWords(press: UndeliveredPress): string {
  const tried = press.attempts === 1 ? 'tried once' : `tried ${press.attempts} times`;
  return [
    stateWords(press),
    ...(press.problem && press.problem !== 'refused' && press.problem !== 'no_location'
      ? [PROBLEMS[press.problem]]
      : []),
    ...(press.attempts > 0 ? [tried] : []),
  ].join(' · ');
}

/** Why it waits again; null where it does not. */
export function returnWords(needs: readonly Need[]): string | null {
  const back = needs.find(
    ({ acknowledged, returned }) => returned !== null && acknowledged === null,
  )?.returned;
  if (!back) return null;
  return back.why === 'lapsed' ? `${back.by} acknowledged it and did nothing` : `${back.by} released it`;
}

/** Who acknowledged it, or is to, in one line; without names on a screen that everybody sees. */
export function holderWords(
  { isWaiting, assigned, acknowledged }: Pick<AttentionRow, 'isWaiting' | 'assigned' | 'acknowledged'>,
  hasNames = true,
): string {
  if (isWaiting && !assigned) return 'Not acknowledged';
  if (!hasNames) return assigned ? 'Assigned' : 'Acknowledged';
  return assigned ? `Assigned to ${assigned.to}` : `Acknowledged by ${acknowledged?.by ?? 'an operator'}`;
}

/** Rows beyond the list's limit, by severity. */
export function moreWords(more: Attention['more']): string {
  return more.map(({ severity, count }) => `${count} ${severityNames[severity]}`).join(', ');
}

export const silenceWords: Record<NonNullable<Attention['silence']>['why'], string> = {
  no_answer: 'AURA does not answer. Callouts may be out of date.',
  not_asked: 'The worker of Vigil has stopped. Callouts may be out of date.',
};

export function waitingWords(waiting: number): string {
  if (waiting === 0) return 'Nothing needs attention.';
  return waiting === 1 ? '1 needs attention.' : `${waiting} need attention.`;
}
