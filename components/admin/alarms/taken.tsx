import { AssignDialog } from '#components/admin/alarms/assign-dialog.tsx';
import type { RowActions } from '#components/admin/alarms/use-row-actions.ts';
import { returnWords } from '#components/admin/board/alert-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { Assigned, AttentionRow, Need, Taken as TakenBy } from '#lib/console/attention/schema.ts';

type TakenProps = {
  row: Pick<AttentionRow, 'subject' | 'isWaiting' | 'acknowledged' | 'assigned'> & { needs: readonly Need[] };
  asOf: string;
  /** Null without the permission. */
  actions: RowActions | null;
  /** Id of the element that names the row. */
  describedBy?: string;
};

/** Who has it, and what can be done about that. */
export function Taken({ row, asOf, actions, describedBy }: TakenProps) {
  const { acknowledged, assigned, isWaiting } = row;
  const isOwn = row.needs.some((need) => need.acknowledged?.isMine);
  const waiting = { ...row, needs: row.needs.filter((need) => need.acknowledged === null) };
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 @6xl:flex-nowrap">
      {isWaiting && actions ? (
        <Button
          tone="secondary"
          data-acknowledge
          aria-describedby={describedBy}
          isBusy={actions.isBusy(row)}
          onClick={() => actions.acknowledge(waiting)}
        >
          Acknowledge
        </Button>
      ) : null}
      {assigned ? (
        <AssignedTo assigned={assigned} asOf={asOf} />
      ) : acknowledged ? (
        <Has taken={acknowledged} asOf={asOf} />
      ) : actions ? null : (
        <span>Not acknowledged</span>
      )}
      {isOwn && actions ? (
        <Button
          tone="quiet"
          className="px-2!"
          aria-describedby={describedBy}
          isBusy={actions.isBusy(row)}
          onClick={() => actions.release(row)}
        >
          Release
        </Button>
      ) : null}
      {actions ? (
        <AssignDialog
          isBusy={actions.isBusy(row)}
          describedBy={describedBy}
          onAssign={(operatorId) => actions.assign({ row, operatorId })}
        />
      ) : null}
      <SoFar needs={row.needs} asOf={asOf} />
    </span>
  );
}

type HasProps = { taken: Pick<TakenBy, 'by' | 'at'> & Partial<TakenBy>; asOf: string };

export function Has({ taken: { by, at, isMine = false }, asOf }: HasProps) {
  return <Whose words={`Acknowledged by ${isMine ? 'you' : by},`} at={at} isMine={isMine} asOf={asOf} />;
}

function AssignedTo({ assigned: { to, by, at, isMine }, asOf }: { assigned: Assigned; asOf: string }) {
  return <Whose words={`Assigned to ${isMine ? 'you' : to} by ${by},`} at={at} isMine={isMine} asOf={asOf} />;
}

type WhoseProps = { words: string; at: string; isMine: boolean; asOf: string };

function Whose({ words, at, isMine, asOf }: WhoseProps) {
  return (
    <span
      title={words}
      className={classNames('min-w-0 text-[0.8125rem] leading-snug', isMine && 'font-bold')}
    >
      <span className="@6xl:block @6xl:truncate">{words}</span> <Age at={at} now={asOf} />
    </span>
  );
}

/** Of an alert that nobody has: why it waits again (lapsed or released), and the state of its escalation. */
function SoFar({ needs, asOf }: { needs: readonly Need[]; asOf: string }) {
  const back = returnWords(needs);
  const escalation = needs.find((need) => need.escalation && !need.acknowledged)?.escalation;
  if (!back && !escalation) return null;
  return (
    <span className="grid min-w-0 grid-cols-1 text-[0.8125rem] leading-snug">
      {back ? (
        <strong title={back} className="text-alert-ink @6xl:truncate">
          {back}
        </strong>
      ) : null}
      {escalation ? <Escalation {...escalation} asOf={asOf} /> : null}
    </span>
  );
}

type EscalationProps = NonNullable<Need['escalation']> & { asOf: string };

function Escalation({ failures, sentAt, asOf }: EscalationProps) {
  if (sentAt && failures === 0) {
    return (
      <span className="text-ink-soft">
        Escalated <Age at={sentAt} now={asOf} />
      </span>
    );
  }
  return (
    <span className="font-semibold text-alert-ink">
      {`Escalation failed, tried ${failures === 1 ? 'once' : `${failures} times`}`}
    </span>
  );
}
