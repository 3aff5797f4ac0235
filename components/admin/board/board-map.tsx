'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useKeptSwitch } from '#components/admin/board/use-kept-switch.ts';
import { markOf } from '#components/admin/map/callout-map.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import type { Scene } from '#components/map/scene.ts';
import { WatchMap } from '#components/map/watch-map.tsx';
import { Button } from '#components/ui/button.tsx';
import { calloutMapQuery } from '#lib/console/map/queries.ts';

/** The page of the map shows where AURA covers. */
const NOWHERE: Scene['covered'] = [];
const TOWN_ZOOM = 13;
const COUNTRY_ZOOM = 6;

type BoardMapProps = { styleUrl: string | undefined; children: ReactNode };

/** The queue, and beside it on a wide screen the map of the open callouts, where the operator wants it. */
export function BoardMap({ styleUrl, children }: BoardMapProps) {
  const [isOn, turn] = useKeptSwitch('vigil.board_map', false);
  return (
    <div
      className={
        isOn
          ? 'grid min-w-0 grid-cols-1 gap-4 min-[104rem]:grid-cols-[minmax(0,1fr)_26rem]'
          : 'grid min-w-0 grid-cols-1'
      }
    >
      {children}
      {/* Below this width a row of the queue would be two lines high. */}
      <div className="hidden content-start justify-items-end gap-2 min-[104rem]:grid">
        <Button tone="quiet" aria-pressed={isOn} onClick={() => turn(!isOn)}>
          {isOn ? 'Hide the map' : 'Map beside the queue'}
        </Button>
        {isOn ? <Beside styleUrl={styleUrl} /> : null}
      </div>
    </div>
  );
}

function Beside({ styleUrl }: { styleUrl: string | undefined }) {
  const { data } = useQuery(calloutMapQuery(useLive()));
  const callouts = data?.callouts;
  const scene = useMemo(
    () => ({ marks: callouts?.flatMap(markOf) ?? [], trail: [], covered: NOWHERE }),
    [callouts],
  );
  if (!callouts) return <p>The map is loading.</p>;
  return (
    <div className="w-full min-w-0">
      <WatchMap
        styleUrl={styleUrl}
        label="Map of the open callouts"
        scene={scene}
        onTogether={([first]) => first && document.getElementById(`need-${first}`)?.focus()}
        nearestZoom={styleUrl ? TOWN_ZOOM : COUNTRY_ZOOM}
        className="h-[60vh] min-h-80"
      />
    </div>
  );
}
