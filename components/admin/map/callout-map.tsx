'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { MappedTable, rowId } from '#components/admin/map/mapped-table.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { stageNames } from '#components/callout/stage-words.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { CoverageToggle, useCoverage } from '#components/map/coverage-toggle.tsx';
import type { Mark } from '#components/map/scene.ts';
import { WatchMap } from '#components/map/watch-map.tsx';
import { Age } from '#components/ui/age.tsx';
import { isolated, wholeName } from '#components/ui/name-text.ts';
import { calloutMapQuery } from '#lib/console/map/queries.ts';
import type { Mapped, CalloutMap as Mapping } from '#lib/console/map/schema.ts';
import { type Stage, stages } from '#lib/vocabulary.ts';

/** Country outlines have no detail below this. */
const COUNTRY_ZOOM = 6;
const TOWN_ZOOM = 13;

type CalloutMapProps = { initial: Mapping; styleUrl: string | undefined };

/** Open callouts on a map and in a table, refreshed live. */
export function CalloutMap({ initial, styleUrl }: CalloutMapProps) {
  const { data, error } = useQuery({ ...calloutMapQuery(useLive()), initialData: initial });
  const chosen = useCoverage();
  const { covered } = chosen;
  const scene = useMemo(
    () => ({ marks: data.callouts.flatMap(markOf), trail: [], covered }),
    [data.callouts, covered],
  );
  const nowhere = data.callouts.length - scene.marks.length;
  return (
    <div className="grid min-w-0 gap-6">
      <Freshness problem={error} signInHref="/admin/sign-in" servedAt={data.asOf} />
      <WatchMap
        styleUrl={styleUrl}
        label="Map of the open callouts"
        scene={scene}
        onTogether={([first]) => first && document.getElementById(rowId(first))?.focus()}
        nearestZoom={styleUrl ? TOWN_ZOOM : COUNTRY_ZOOM}
        className="h-[60vh] min-h-80"
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <Legend />
        <CoverageToggle chosen={chosen} />
      </div>
      <p role="status">
        {`${data.callouts.length === 0 ? 'No callout is open.' : countWords(data.callouts.length, nowhere)}${(data.hasMore ? ' More are open than fit here: these are the newest.' : null) ?? ''}`}
      </p>
      <MappedTable callouts={data.callouts} asOf={data.asOf} />
      <p className="text-sm text-ink-soft">
        Read from Vigil’s database <Age at={data.asOf} now={data.asOf} />
      </p>
    </div>
  );
}

function countWords(count: number, nowhere: number): string {
  const open = count === 1 ? 'One callout is open' : `${count} callouts are open`;
  if (nowhere === 0) return `${open}.`;
  return `${open}, ${nowhere === count ? 'none' : `${count - nowhere}`} with a location.`;
}

/** Its mark; none without a place. */
export function markOf(callout: Mapped): Mark[] {
  const { calloutId, kind, stage, person, place } = callout;
  if (!place) return [];
  const isTest = kind === 'test';
  return [
    {
      key: `${calloutId}`,
      place,
      accuracyM: place.accuracy,
      letter: letterOf(stage),
      tone: stage,
      isTest,
      label: `${isTest ? 'TEST callout' : 'Callout'} ${calloutId}, ${isolated(wholeName(person))}, ${stageNames[stage]}`,
      href: `/admin/callouts/${calloutId}`,
    },
  ];
}

/** First letter; another one where two stages share it. */
function letterOf(stage: Stage): string {
  return stage === 'cancelled' ? 'X' : stageNames[stage].charAt(0);
}

function Legend() {
  const open = stages.filter((stage) => stage !== 'closed');
  return (
    <div className="grid content-start gap-1">
      <p className="font-semibold">Marks</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {open.map((stage) => (
          <li key={stage}>{`${letterOf(stage)}: ${stageNames[stage]}`}</li>
        ))}
        <li>Square and striped, with the word: TEST</li>
      </ul>
      <p className="text-sm text-ink-soft">
        A number is so many callouts close together: choosing it zooms in. The person is inside the circle
        with 95 % confidence, as the device says. Tab leads to the marks, arrow keys from one to the next,
        Enter opens the callout.
      </p>
    </div>
  );
}
