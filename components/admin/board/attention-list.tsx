'use client';

import { type ReactNode, useId, useState } from 'react';
import { AlarmCounts } from '#components/admin/alarms/alarm-counts.tsx';
import { AlarmSound } from '#components/admin/alarms/alarm-sound.tsx';
import { NoticeSwitch } from '#components/admin/alarms/notice-switch.tsx';
import { type Alarms, useAlarms } from '#components/admin/alarms/use-alarms.ts';
import { useNewestKey } from '#components/admin/alarms/use-newest-key.ts';
import { useRowActions } from '#components/admin/alarms/use-row-actions.ts';
import { AcknowledgeAll } from '#components/admin/board/acknowledge-all.tsx';
import { moreWords, waitingWords } from '#components/admin/board/alert-words.ts';
import { Banners } from '#components/admin/board/banners.tsx';
import { needColumns } from '#components/admin/board/need-columns.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { DataTable } from '#components/ui/data-table.tsx';
import type { Attention, Whose } from '#lib/console/attention/schema.ts';

type AttentionListProps = {
  initial: Attention;
  hidesTests: boolean;
  mayAcknowledge: boolean;
  /** Other controls of the board. */
  children?: ReactNode;
};

const WHOSE: readonly [Whose, string][] = [
  ['all', 'All'],
  ['mine', 'Mine'],
  ['unassigned', 'Unassigned'],
];

/** The queue: a row per callout with all its needs. Rings until each is acknowledged, and never looks calm while data is stale. */
export function AttentionList({ initial, hidesTests, mayAcknowledge, children }: AttentionListProps) {
  const [shown, setShown] = useState<'first' | 'all'>('first');
  const [whose, setWhose] = useState<Whose>('all');
  const [hasOptions, showOptions] = useState(false);
  const optionsId = useId();
  const asked = { kind: hidesTests ? ('real' as const) : ('all' as const), shown, whose };
  const { data = initial, problem, isUrgent, isLonger, alarm, notices } = useAlarms(asked, initial);
  const acting = useRowActions();
  const actions = mayAcknowledge ? acting : null;
  useNewestKey(data.newest);
  return (
    <section
      aria-label="Needs attention"
      className={classNames(
        'grid min-w-0 grid-cols-1 gap-2 rounded-lg border bg-surface px-3 py-2 shadow-md sm:px-4',
        isUrgent ? 'border-danger-line' : 'border-line',
      )}
    >
      <QueueHead data={data} problem={problem} isUrgent={isUrgent}>
        {/* On a phone the first screen is for the first row. */}
        <Button
          tone="quiet"
          className="ml-auto px-2! lg:hidden"
          aria-expanded={hasOptions}
          aria-controls={optionsId}
          onClick={() => showOptions(!hasOptions)}
        >
          Options
        </Button>
      </QueueHead>
      <Freshness problem={problem} servedAt={data.asOf} signInHref="/admin/sign-in" />
      <div className="flex flex-wrap items-center gap-x-5">
        <Banners data={data} alarm={alarm} actions={actions} />
        <div
          id={optionsId}
          className={classNames(
            'flex-wrap items-center gap-x-1 gap-y-1 lg:ml-auto lg:flex',
            hasOptions ? 'flex' : 'hidden',
          )}
        >
          <WhoseFilter whose={whose} mine={data.mine} onChange={setWhose} />
          {actions ? <AcknowledgeAll rows={data.rows} actions={actions} /> : null}
          <AlarmSound alarm={alarm} />
          <NoticeSwitch notices={notices} />
          {children}
        </div>
      </div>
      <RefusalAlert problem={acting.refused} />
      {acting.isUnanswered ? <Alert title="Not saved: Vigil did not answer. Try again." /> : null}
      <DataTable
        caption="Needs attention"
        density="dense"
        columns={needColumns(data.asOf, actions)}
        rows={data.rows}
        rowKey={({ subject }) => subject}
        empty={
          whose === 'all' || data.total === 0 ? null : <p>None of these. Choose “All” to see the others.</p>
        }
      />
      <More more={data.more} isBusy={isLonger} onAll={shown === 'first' ? () => setShown('all') : null} />
    </section>
  );
}

type MoreProps = { more: Attention['more']; isBusy: boolean; onAll: (() => void) | null };

/** Rows that are not listed, by severity, and the button that lists them. */
function More({ more, isBusy, onAll }: MoreProps) {
  if (more.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2 font-semibold">
      <span>{`Not in the list: ${moreWords(more)}.`}</span>
      {onAll ? (
        <Button tone="secondary" data-show-all isBusy={isBusy} onClick={onAll}>
          Show all (e)
        </Button>
      ) : null}
    </p>
  );
}

type QueueHeadProps = Pick<Alarms, 'problem' | 'isUrgent'> & { data: Attention; children: ReactNode };

function QueueHead({ data, problem, isUrgent, children }: QueueHeadProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 lg:gap-x-5">
      <h2 className="text-lg font-semibold">{`Needs attention${problem ? '' : ` (${data.total})`}`}</h2>
      {children}
      <p
        role="status"
        className={classNames(
          'font-semibold',
          isUrgent ? 'text-danger-ink' : 'text-good-ink',
          // The heading and the counts say it.
          isUrgent && !problem ? 'sr-only lg:not-sr-only' : '',
        )}
      >
        {problem ? 'We do not know whether anything needs attention.' : waitingWords(data.waiting)}
      </p>
      <AlarmCounts counts={data.counts} />
      <p className="text-sm text-ink-soft">
        <span>Checked</span> <Age at={data.asOf} now={data.asOf} />
      </p>
    </div>
  );
}

type WhoseFilterProps = { whose: Whose; mine: number; onChange: (whose: Whose) => void };

function WhoseFilter({ whose, mine, onChange }: WhoseFilterProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is none
    <div role="group" aria-label="Show" className="flex flex-wrap items-center">
      {WHOSE.map(([value, words]) => (
        <Button
          key={value}
          tone={whose === value ? 'secondary' : 'quiet'}
          className="px-2!"
          aria-pressed={whose === value}
          onClick={() => onChange(value)}
        >
          {value === 'mine' && mine > 0 ? `${words} (${mine})` : words}
        </Button>
      ))}
    </div>
  );
}
