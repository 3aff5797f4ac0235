import type { ReactNode } from 'react';
import { SeverityMark } from '#components/admin/alarms/severity-mark.tsx';
import { Taken } from '#components/admin/alarms/taken.tsx';
import type { RowActions } from '#components/admin/alarms/use-row-actions.ts';
import { alertNames, rowWords, severityOfNeed } from '#components/admin/board/alert-words.ts';
import { OutcomeForm } from '#components/admin/board/outcome-form.tsx';
import { TestMark } from '#components/admin/board/test-mark.tsx';
import { CallMobile } from '#components/admin/call-mobile.tsx';
import { Age } from '#components/ui/age.tsx';
import type { Column } from '#components/ui/data-table.tsx';
import { wholeName } from '#components/ui/name-text.ts';
import { PersonName } from '#components/ui/person-name.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AttentionRow } from '#lib/console/attention/schema.ts';

// `@6xl`: from the width at which all columns fit, a row is one line high, and what is longer is cut with its title.

/** The columns of the queue; `actions` is null without the permission. */
export function needColumns(asOf: string, actions: RowActions | null): Column<AttentionRow>[] {
  return [
    { key: 'needs', header: 'What', isWide: true, width: '@6xl:w-[23%]', cell: (row) => <Needs row={row} /> },
    { key: 'who', header: 'Who', width: '@6xl:w-[15%]', cell: (row) => <Who row={row} /> },
    {
      key: 'call',
      header: 'Call',
      width: '@6xl:w-[11%]',
      cell: ({ person: { mobile } }) => (
        <CallMobile mobile={mobile} className="flex min-h-11 items-center text-sm @3xs:whitespace-nowrap" />
      ),
    },
    { key: 'place', header: 'Place', width: '@6xl:w-[15%]', cell: (row) => <Where row={row} asOf={asOf} /> },
    {
      key: 'since',
      header: 'Age',
      width: '@6xl:w-[8%]',
      cell: ({ beganAt }) => (
        <span className="text-sm">
          <Age at={beganAt} now={asOf} />
        </span>
      ),
    },
    {
      key: 'taken',
      header: 'Acknowledged',
      isWide: true,
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 @6xl:flex-nowrap">
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
  const words = rowWords(row);
  return (
    // Many needs take the second line themselves.
    <Two under={row.needs.length > 2 ? null : <span title={words}>{words}</span>}>
      <span className="flex flex-wrap items-center gap-x-3 text-sm">
        {row.needs.map(({ kind, acknowledged }) => (
          <SeverityMark
            key={kind}
            severity={row.isTest ? 'green' : severityOfNeed(kind)}
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
    <Two under={help ? `${what} · ${help}` : what}>
      <TextLink
        id={nameId(row)}
        data-stop
        data-customer={customerId ?? undefined}
        href={href}
        title={wholeName(person)}
        className="@6xl:block @6xl:max-w-full @6xl:truncate"
      >
        <PersonName person={person} />
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
      <span title={address ?? undefined} className="text-sm @6xl:block @6xl:max-w-full @6xl:truncate">
        {address ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}
      </span>
    </Two>
  );
}

function Two({ children, under }: { children: ReactNode; under: ReactNode }) {
  return (
    <span className="grid min-w-0 grid-cols-1 justify-items-start leading-snug">
      {children}
      {under ? (
        <span className="text-[0.8125rem] text-ink-soft @6xl:max-w-full @6xl:truncate">{under}</span>
      ) : null}
    </span>
  );
}
