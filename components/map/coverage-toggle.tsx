import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Age } from '#components/ui/age.tsx';
import { areaName } from '#lib/coverage/model.ts';
import { coverageQuery } from '#lib/coverage/queries.ts';
import type { Coverage, Polygon } from '#lib/coverage/schema.ts';

type Chosen = {
  /** Polygons of the selected response types. */
  covered: readonly Polygon[];
  coverage: Coverage | undefined;
  error: Error | null;
  isShown: (responseTypeId: number) => boolean;
  toggle: (responseTypeId: number) => void;
};

/** Coverage data and selection; nothing selected at first. */
export function useCoverage(): Chosen {
  const { data: coverage, error } = useQuery(coverageQuery());
  const [shown, setShown] = useState<readonly number[]>([]);
  const covered = useMemo(
    () =>
      (coverage?.areas ?? [])
        .filter(({ responseTypeId }) => shown.includes(responseTypeId))
        .flatMap(({ polygons }) => polygons),
    [coverage, shown],
  );
  return {
    covered,
    coverage,
    error,
    isShown: (id) => shown.includes(id),
    toggle: (id) => setShown((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id])),
  };
}

/** A switch per response type, with the age of its document. */
export function CoverageToggle({ chosen: { coverage, error, isShown, toggle } }: { chosen: Chosen }) {
  if (!coverage) {
    return (
      <p className="text-sm">{error ? 'AURA’s coverage could not be read.' : 'Reading AURA’s coverage…'}</p>
    );
  }
  if (coverage.areas.length === 0) {
    return <p className="text-sm">AURA’s coverage is not loaded yet.</p>;
  }
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">Show where AURA responds</legend>
      {coverage.areas.map((area) => (
        <label key={area.responseTypeId} className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-accent"
            checked={isShown(area.responseTypeId)}
            onChange={() => toggle(area.responseTypeId)}
          />
          <span className="min-w-0">
            <span>{`${areaName(area)},`}</span>{' '}
            <span className="text-ink-soft">
              told <Age at={area.asOf} now={coverage.servedAt} />
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
