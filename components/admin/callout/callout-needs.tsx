import { SeverityMark } from '#components/admin/alarms/severity-mark.tsx';
import { Taken } from '#components/admin/alarms/taken.tsx';
import { useRowActions } from '#components/admin/alarms/use-row-actions.ts';
import { alertNames, severityOfNeed } from '#components/admin/board/alert-words.ts';
import { pauseWords } from '#components/position/position-words.ts';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { AttentionRow } from '#lib/console/attention/schema.ts';
import type { AlertKind } from '#lib/vocabulary.ts';

const WHAT_TO_DO: Record<AlertKind, string> = {
  press_undelivered: 'AURA does not have this alarm. Call the person.',
  duress_suspected: 'Someone may be forcing the person. Treat it as an emergency.',
  new_callout: 'Call the person, and see that a responder comes.',
  no_responder: 'No responder is on the way. Ask AURA’s control room.',
  position_lost: 'We do not know where the person is now.',
  aura_unreachable: 'This page may be out of date.',
};

const LOOKS = {
  red: 'border-danger-line bg-danger-wash',
  yellow: 'border-alert-line bg-alert-wash',
  green: 'border-good-line bg-good-wash',
};

type CalloutNeedsProps = { row: AttentionRow; asOf: string; mayAcknowledge: boolean };

/** What needs attention about this callout, as the board has it. */
export function CalloutNeeds({ row, asOf, mayAcknowledge }: CalloutNeedsProps) {
  const acting = useRowActions();
  return (
    <section
      aria-label="Needs attention"
      data-screen-only
      className={classNames('grid gap-2 rounded-lg border px-4 py-3', LOOKS[row.severity])}
    >
      <ul className="grid gap-1">
        {row.needs.map(({ kind, since, acknowledged }) => (
          <li key={kind} className="flex flex-wrap items-center gap-x-3">
            <SeverityMark severity={severityOfNeed(kind)} isQuiet={acknowledged !== null}>
              {alertNames[kind]}
            </SeverityMark>
            <Age at={since} now={asOf} />
            <span>{kind === 'position_lost' ? lostWords(row) : WHAT_TO_DO[kind]}</span>
          </li>
        ))}
      </ul>
      <Taken row={row} asOf={asOf} actions={mayAcknowledge ? acting : null} />
      <RefusalAlert problem={acting.refused} />
      {acting.isUnanswered ? <Alert title="Not saved: Vigil did not answer. Try again." /> : null}
    </section>
  );
}

function lostWords({ callout }: AttentionRow): string {
  return pauseWords[callout?.pauseReason ?? 'silent'];
}
