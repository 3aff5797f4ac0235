import type { ReactNode } from 'react';
import { Has } from '#components/admin/alarms/taken.tsx';
import { TestMark } from '#components/admin/board/test-mark.tsx';
import { sourceNames, stageNames } from '#components/callout/stage-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge, type BadgeTone } from '#components/ui/badge.tsx';
import type { Column } from '#components/ui/data-table.tsx';
import { PersonName } from '#components/ui/person-name.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CalloutRow } from '#lib/callouts/answers.ts';
import type { Stage } from '#lib/vocabulary.ts';

const STAGE_TONES: Record<Stage, BadgeTone> = {
  raised: 'attention',
  owned: 'accent',
  dispatched: 'accent',
  arrived: 'good',
  completed: 'good',
  cancelled: 'neutral',
  closed: 'neutral',
};

export function calloutColumns(asOf: string): Column<CalloutRow>[] {
  return [
    {
      key: 'id',
      header: 'Callout',
      cell: ({ calloutId, kind, raisedAt }) => (
        <Lines under={<Age at={raisedAt} now={asOf} />}>
          <span className="flex flex-wrap items-center gap-2">
            <TextLink data-stop href={`/admin/callouts/${calloutId}`}>
              {calloutId}
            </TextLink>
            {kind === 'test' ? <TestMark /> : null}
          </span>
        </Lines>
      ),
    },
    { key: 'person', header: 'Person', cell: ({ person }) => <PersonName person={person} /> },
    {
      key: 'stage',
      header: 'Stage',
      cell: ({ stage, stageSince, duressAt }) => (
        <Lines
          under={
            <>
              reached <Age at={stageSince} now={asOf} />
            </>
          }
        >
          <span className="flex flex-wrap items-center gap-2">
            {/* Never green beside a red need. */}
            <Badge tone={duressAt ? 'attention' : STAGE_TONES[stage]}>{stageNames[stage]}</Badge>
            {duressAt ? <Badge tone="attention">Duress suspected</Badge> : null}
          </span>
        </Lines>
      ),
    },
    { key: 'place', header: 'Place', cell: (row) => <WhereItIs row={row} asOf={asOf} /> },
    {
      key: 'fact',
      header: 'Last fact',
      cell: ({ lastFact, rawStatus }) => (
        <Lines
          under={
            lastFact ? (
              <>
                <span>{`${sourceNames[lastFact.source]},`}</span> <Age at={lastFact.at} now={asOf} />
              </>
            ) : null
          }
        >
          {rawStatus ?? '–'}
        </Lines>
      ),
    },
    {
      key: 'taken',
      header: 'Acknowledged',
      cell: ({ acknowledged }) => (acknowledged ? <Has taken={acknowledged} asOf={asOf} /> : '–'),
    },
  ];
}

function WhereItIs({ row: { place, address }, asOf }: { row: CalloutRow; asOf: string }) {
  if (!place) return <span>{address ?? 'No location'}</span>;
  const { latitude, longitude, accuracy, measuredAt, from } = place;
  const coordinates = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return (
    <Lines
      under={
        <>
          <span>{`${address ? `${coordinates}, ` : ''}${accuracy === null ? 'accuracy unknown' : `± ${Math.round(accuracy)} m`}, ${from === 'press' ? 'from the press, ' : ''}`}</span>
          {measuredAt ? <Age at={measuredAt} now={asOf} /> : <span>age unknown</span>}
        </>
      }
    >
      {address ?? coordinates}
    </Lines>
  );
}

function Lines({ children, under }: { children: ReactNode; under: ReactNode }) {
  return (
    <span className="grid justify-items-start gap-1">
      {children}
      {under ? <span className="text-sm text-ink-soft">{under}</span> : null}
    </span>
  );
}
