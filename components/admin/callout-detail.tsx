'use client';

import { useQuery } from '@tanstack/react-query';
import { Radio } from 'lucide-react';
import type { ReactNode } from 'react';
import { AfterAll } from '#components/callout/after-all.tsx';
import { CalloutTimeline } from '#components/callout/callout-timeline.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { stageMeaningsToOperators, stageNames } from '#components/callout/stage-words.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { WatchedPosition } from '#components/position/watched-position.tsx';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { calloutDetailQuery } from '#lib/callouts/queries.ts';
import type { CalloutDetail as Detail, Incident } from '#lib/callouts/schema.ts';

type CalloutDetailProps = {
  initial: Detail;
  /** What is done with it, beside what is known of it. */
  children?: ReactNode;
};

/** All that operators may know of one callout, kept current without a reload. */
export function CalloutDetail({ initial, children }: CalloutDetailProps) {
  const { data: callout, error } = useQuery(calloutDetailQuery(initial.calloutId, initial, useLive()));
  const isOpen = callout.closedAt === null;
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <div className="grid gap-6">
        <Card title="State" actions={callout.kind === 'test' ? <Badge tone="attention">TEST</Badge> : null}>
          <StatusLine tone={isOpen ? 'good' : 'neutral'} icon={<Radio />}>
            {stageNames[callout.stage]}. {stageMeaningsToOperators[callout.stage]}
          </StatusLine>
          <AfterAll callout={callout} />
          <Freshness
            problem={error}
            signInHref="/admin/sign-in"
            servedAt={callout.servedAt}
            {...(isOpen ? { asOf: callout.asOf } : {})}
          />
          <DefinitionList items={stateFacts(callout)} />
        </Card>
        <WatchedPosition callout={callout} />
        <Card title="Timeline">
          <CalloutTimeline callout={callout} />
        </Card>
      </div>
      <div className="grid min-w-0 gap-6">
        {children}
        <Card title="Person">
          <DefinitionList items={personFacts(callout)} />
        </Card>
        <Card title="Position of the press">
          <Fix callout={callout} />
        </Card>
        <Incidents incidents={callout.incidents} asOf={callout.incidentsAsOf} servedAt={callout.servedAt} />
      </div>
    </div>
  );
}

function stateFacts(callout: Detail) {
  return [
    { term: 'AURA’s own words', detail: callout.rawStatus ?? 'None given' },
    { term: 'Heard from AURA', detail: <Age at={callout.asOf} now={callout.servedAt} /> },
    { term: 'Raised', detail: <Age at={callout.raisedAt} now={callout.servedAt} /> },
  ];
}

function personFacts({ person }: Detail) {
  return [
    { term: 'Name', detail: `${person.name} ${person.surname}` },
    { term: 'Mobile', detail: <TextLink href={`tel:${person.mobile}`}>{person.mobile}</TextLink> },
  ];
}

const FIX_SOURCES: Record<string, string> = {
  live: 'Live: measured for the press',
  recent: 'Recent: at most 30 seconds old at the press',
  last_known: 'Last known',
  saved: 'Saved address',
  manual: 'Typed by hand',
};

function Fix({ callout }: { callout: Detail }) {
  const { fix, servedAt } = callout;
  if (!fix) return <p>None: the callout was raised without a position.</p>;
  return (
    <DefinitionList
      items={[
        { term: 'Coordinates', detail: `${fix.latitude.toFixed(5)}, ${fix.longitude.toFixed(5)}` },
        { term: 'Accuracy', detail: fix.accuracy === null ? 'Unknown' : `± ${Math.round(fix.accuracy)} m` },
        { term: 'Source', detail: (fix.source && FIX_SOURCES[fix.source]) ?? 'Unknown' },
        { term: 'Measured', detail: fix.fixedAt ? <Age at={fix.fixedAt} now={servedAt} /> : 'Unknown' },
      ]}
    />
  );
}

type IncidentsProps = { incidents: readonly Incident[]; asOf: string | null; servedAt: string };

function Incidents({ incidents, asOf, servedAt }: IncidentsProps) {
  if (incidents.length === 0) {
    return (
      <Card title="Incident detail">
        <p>AURA has sent none yet.</p>
      </Card>
    );
  }
  return incidents.map((incident, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: AURA's incidents have no id, and their order is all there is
    <Card key={index} title={incidents.length === 1 ? 'Incident detail' : `Incident ${index + 1}`}>
      <DefinitionList
        items={[
          { term: 'Emergency', detail: incident.typeOfEmergency ?? 'Not given' },
          { term: 'Category', detail: incident.category ?? 'Not given' },
          { term: 'Response', detail: incident.responseType ?? 'Not given' },
          { term: 'Address', detail: incident.address ?? 'Not given' },
          ...incident.dispatch.map(({ label, value }) => ({ term: label, detail: value })),
          // AURA's list, which is read oftener, does not tell of these.
          { term: 'Told by AURA', detail: asOf ? <Age at={asOf} now={servedAt} /> : 'Not known' },
        ]}
      />
    </Card>
  ));
}
