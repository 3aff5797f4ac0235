import { acknowledgeName, alertNames, alertWords } from '#components/admin/board/alert-words.ts';
import { type GivenOutcome, OutcomeForm } from '#components/admin/board/outcome-form.tsx';
import { TestMark } from '#components/admin/board/test-mark.tsx';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Column } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CurrentAlert } from '#lib/console/attention/schema.ts';

type Acknowledging = {
  /** Undefined without the permission. */
  onAcknowledge: ((need: CurrentAlert) => void) | undefined;
  onOutcome: ((given: GivenOutcome) => void) | undefined;
  isBusy: (need: CurrentAlert) => boolean;
};

export function alertColumns(asOf: string, acknowledging: Acknowledging): Column<CurrentAlert>[] {
  return [
    {
      key: 'kind',
      header: 'What',
      cell: ({ kind, isTest, acknowledged }) => (
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={acknowledged ? 'neutral' : 'attention'}>{alertNames[kind]}</Badge>
          {isTest ? <TestMark /> : null}
        </span>
      ),
    },
    { key: 'who', header: 'Who', cell: (need) => <Who need={need} /> },
    { key: 'words', header: 'Situation', cell: alertWords },
    { key: 'since', header: 'Since', cell: ({ since }) => <Age at={since} now={asOf} /> },
    {
      key: 'taken',
      header: 'Taken up',
      cell: (need) => (
        <span className="grid justify-items-start gap-2">
          <TakenUp need={need} asOf={asOf} {...acknowledging} />
          <OutcomeForm press={need.press} onOutcome={acknowledging.onOutcome} />
          <Escalation need={need} asOf={asOf} />
        </span>
      ),
    },
  ];
}

function Who({ need: { callout, press } }: { need: CurrentAlert }) {
  if (press) {
    const { name, surname, mobile } = press.person;
    return (
      <span className="grid justify-items-start">
        <span>{`${name} ${surname}`}</span>
        <TextLink data-stop href={`tel:${mobile}`}>
          {mobile}
        </TextLink>
      </span>
    );
  }
  if (!callout) return '–';
  const { calloutId, person } = callout;
  return (
    <span className="grid justify-items-start">
      <span>{`${person.name} ${person.surname}`}</span>
      <TextLink data-stop href={`/admin/callouts/${calloutId}`}>
        {`Callout ${calloutId}`}
      </TextLink>
    </span>
  );
}

type RowProps = { need: CurrentAlert; asOf: string };

function TakenUp({ need, asOf, onAcknowledge, isBusy }: RowProps & Acknowledging) {
  if (need.acknowledged) return <Has taken={need.acknowledged} asOf={asOf} />;
  if (!onAcknowledge) return <>By nobody</>;
  return (
    <Button
      tone="secondary"
      data-acknowledge
      data-stop={need.callout || need.press ? undefined : true}
      aria-label={acknowledgeName(need)}
      isBusy={isBusy(need)}
      onClick={() => onAcknowledge(need)}
    >
      Acknowledge
    </Button>
  );
}

export function Has({ taken, asOf }: { taken: { by: string; at: string }; asOf: string }) {
  return (
    <span>
      <span>{`${taken.by} has it,`}</span> <Age at={taken.at} now={asOf} />
    </span>
  );
}

function Escalation({ need: { acknowledged, escalation }, asOf }: RowProps) {
  if (acknowledged || !escalation) return null;
  const { attempts, sentAt } = escalation;
  if (sentAt) {
    return (
      <span className="text-sm text-ink-soft">
        Others notified <Age at={sentAt} now={asOf} />
      </span>
    );
  }
  return (
    <span className="text-sm font-semibold text-alert-ink">
      {`Not everybody could be notified; tried ${attempts === 1 ? 'once' : `${attempts} times`}`}
    </span>
  );
}
