import type { ReactNode } from 'react';
import { SeverityMark } from '#components/admin/alarms/severity-mark.tsx';
import { Taken } from '#components/admin/alarms/taken.tsx';
import type { RowActions } from '#components/admin/alarms/use-row-actions.ts';
import { alertNames, returnWords, rowWords } from '#components/admin/board/alert-words.ts';
import { OutcomeForm } from '#components/admin/board/outcome-form.tsx';
import { TestMark } from '#components/admin/board/test-mark.tsx';
import { Age } from '#components/ui/age.tsx';
import type { Column } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AttentionRow } from '#lib/console/attention/schema.ts';

// `@7xl`: from the width at which all columns fit, a row is one line high, and what is longer is cut with its title.

/** The columns of the queue; `actions` is null without the permission. */
export function needColumns(asOf: string, actions: RowActions | null): Column<AttentionRow>[] {
  return [
    { key: 'needs', header: 'What', cell: (row) => <Needs row={row} /> },
    { key: 'who', header: 'Who', cell: (row) => <Who row={row} /> },
    {
      key: 'call',
      header: 'Call',
      cell: ({ person: { mobile } }) => (
        <TextLink data-call href={`tel:${mobile}`} className="@7xl:whitespace-nowrap">
          {mobile}
        </TextLink>
      ),
    },
    { key: 'place', header: 'Place', cell: (row) => <Where row={row} asOf={asOf} /> },
    { key: 'since', header: 'Age', cell: ({ beganAt }) => <Age at={beganAt} now={asOf} /> },
    {
      key: 'taken',
      header: 'Who has it',
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 @7xl:flex-nowrap">
          <Taken row={row} asOf={asOf} actions={actions} describedBy={nameId(row)} />
          <OutcomeForm press={row.press} onOutcome={actions?.giveOutcome} />
        </span>
      ),
    },
  ];
}

/** Also where the page is entered for a press that has no page of its own. */
function nameId({ subject }: Pick<AttentionRow, 'subject'>): string {
  return `need-${subject}`;
}

function Needs({ row }: { row: AttentionRow }) {
  const back = returnWords(row.needs);
  return (
    <Two
      under={
        // Many needs take the second line themselves.
        row.needs.length > 2 && !back ? null : (
          <>
            {back ? <strong className="text-alert-ink">{`${back} · `}</strong> : null}
            <span title={rowWords(row)}>{rowWords(row)}</span>
          </>
        )
      }
    >
      <span className="flex flex-wrap items-center gap-x-3 text-sm">
        {row.needs.map(({ kind, acknowledged }) => (
          <SeverityMark
            key={kind}
            severity={
              row.isTest ? 'green' : kind === 'no_responder' || kind === 'position_lost' ? 'yellow' : 'red'
            }
            isQuiet={acknowledged !== null}
          >
            {alertNames[kind]}
          </SeverityMark>
        ))}
        {row.isTest ? <TestMark /> : null}
      </span>
    </Two>
  );
}

function Who({ row }: { row: AttentionRow }) {
  const { callout, customerId, person, press, help } = row;
  const href = callout ? `/admin/callouts/${callout.calloutId}` : `/admin/customers/${customerId}`;
  const repeats = press?.repeats.length ?? 0;
  const what = callout ? `Callout ${callout.calloutId}` : repeats > 0 ? `${repeats + 1} presses` : 'Press';
  return (
    <Two under={help ? `${help} · ${what}` : what}>
      <TextLink id={nameId(row)} data-stop href={href} className="@7xl:whitespace-nowrap">
        {`${person.name} ${person.surname}`}
      </TextLink>
    </Two>
  );
}

function Where({ row: { place, address }, asOf }: { row: AttentionRow; asOf: string }) {
  if (!place) return <span>{address ?? 'No location'}</span>;
  const { latitude, longitude, accuracy, measuredAt } = place;
  return (
    <Two
      under={
        <>
          <span>{accuracy === null ? 'accuracy unknown, ' : `±${Math.round(accuracy)} m, `}</span>
          {measuredAt ? <Age at={measuredAt} now={asOf} /> : <span>age unknown</span>}
        </>
      }
    >
      <span title={address ?? undefined} className="@7xl:block @7xl:max-w-44 @7xl:truncate">
        {address ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}
      </span>
    </Two>
  );
}

function Two({ children, under }: { children: ReactNode; under: ReactNode }) {
  return (
    <span className="grid justify-items-start leading-snug">
      {children}
      {under ? (
        <span className="text-[0.8125rem] text-ink-soft @7xl:max-w-64 @7xl:truncate">{under}</span>
      ) : null}
    </span>
  );
}
