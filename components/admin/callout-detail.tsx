'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Incidents } from '#components/admin/callout/incidents.tsx';
import { LogCard } from '#components/admin/callout/log-card.tsx';
import { Clock, ZoneNote } from '#components/admin/callout/moment.tsx';
import { PressPosition } from '#components/admin/callout/press-position.tsx';
import { StateCard } from '#components/admin/callout/state-card.tsx';
import { StatusMap } from '#components/admin/callout/status-map.tsx';
import { VerdictCard } from '#components/admin/callout/verdict-card.tsx';

import { useLive } from '#components/live/live-pages.tsx';
import { WatchedPosition } from '#components/position/watched-position.tsx';
import { statusQuery } from '#lib/console/callout-page/queries.ts';
import type { Status } from '#lib/console/callout-page/schema.ts';

type CalloutDetailProps = {
  initial: Status;
  mapStyleUrl: string | undefined;
  /** Permissions of the viewer. */
  may: { reread: boolean; mark: boolean };
  /** Action cards. */
  children?: ReactNode;
  /** Cards that load only on demand. */
  privately?: ReactNode;
};

/** A callout's page for operators, refreshed live. */
export function CalloutDetail({ initial, mapStyleUrl, may, children, privately }: CalloutDetailProps) {
  const { data: status, error } = useQuery(statusQuery(initial.calloutId, initial, useLive()));
  const isOver = status.closedAt !== null || status.stage === 'completed' || status.stage === 'cancelled';
  return (
    <div className="grid gap-6 print:block">
      <p className="hidden text-sm print:block">
        Vigil: state of <Clock at={status.servedAt} />. <ZoneNote />
      </p>
      <StateCard status={status} problem={error} mayReread={may.reread} />
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
