'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { stripQuery } from '#components/admin/alarms/use-alarms.ts';
import { CalloutNeeds } from '#components/admin/callout/callout-needs.tsx';
import { Incidents } from '#components/admin/callout/incidents.tsx';
import { LogCard } from '#components/admin/callout/log-card.tsx';
import { PressPosition } from '#components/admin/callout/press-position.tsx';
import { StateCard } from '#components/admin/callout/state-card.tsx';
import { StatusMap } from '#components/admin/callout/status-map.tsx';
import { VerdictCard } from '#components/admin/callout/verdict-card.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import { WatchedPosition } from '#components/position/watched-position.tsx';
import { Clock, ZoneNote } from '#components/ui/moment.tsx';
import { attentionQuery } from '#lib/console/attention/queries.ts';
import { statusQuery } from '#lib/console/callout-page/queries.ts';
import type { Status } from '#lib/console/callout-page/schema.ts';

type CalloutDetailProps = {
  initial: Status;
  mapStyleUrl: string | undefined;
  /** Permissions of the viewer. */
  may: { reread: boolean; mark: boolean; acknowledge: boolean };
  /** Action cards. */
  children?: ReactNode;
  /** Cards that load only on demand. */
  privately?: ReactNode;
};

/** A callout's page for operators, refreshed live. */
export function CalloutDetail({ initial, mapStyleUrl, may, children, privately }: CalloutDetailProps) {
  const isLive = useLive();
  const { data: status, error } = useQuery(statusQuery(initial.calloutId, initial, isLive));
  // What the strip asks and keeps current.
  const { data: alarms } = useQuery({
    ...attentionQuery(stripQuery(initial.calloutId), undefined, isLive),
    refetchInterval: false,
  });
  const isOver = status.closedAt !== null || status.stage === 'completed' || status.stage === 'cancelled';
  return (
    <div className="grid gap-6 print:block">
      <p className="hidden text-sm print:block">
        Vigil: state of <Clock at={status.servedAt} />. <ZoneNote />
      </p>
      {alarms?.own ? (
        <CalloutNeeds row={alarms.own} asOf={alarms.asOf} mayAcknowledge={may.acknowledge} />
      ) : null}
      <StateCard
        status={status}
        problem={error}
        mayReread={may.reread}
        isCalm={alarms !== undefined && alarms.own === null}
      />
      <div className="grid items-start gap-6 xl:grid-cols-2 print:block">
        <div className="grid min-w-0 gap-6 print:block">
          <StatusMap status={status} styleUrl={mapStyleUrl} />
          <WatchedPosition callout={status} />
          <PressPosition callout={status} />
          <LogCard status={status} />
        </div>
        <div className="grid min-w-0 gap-6 print:block">
          {isOver && status.kind === 'real' ? <VerdictCard status={status} mayMark={may.mark} /> : null}
          {children}
          {privately}
          <Incidents incidents={status.incidents} asOf={status.incidentsAsOf} servedAt={status.servedAt} />
        </div>
      </div>
    </div>
  );
}
