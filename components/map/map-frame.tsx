import type { RefObject } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Spinner } from '#components/ui/spinner.tsx';

export type Drawing = 'coming' | 'drawn' | 'partly' | 'failed';

/** Southern Africa, AURA's region: the initial view. */
export const WHOLE = { latitude: -28.7, longitude: 24.7 };
export const WHOLE_ZOOM = 4;

type MapFrameProps = {
  container: RefObject<HTMLDivElement | null>;
  drawing: Drawing;
  className: string | undefined;
};

/** The element of a map, with a spinner until it is drawn. */
export function MapFrame({ container, drawing, className }: MapFrameProps) {
  return (
    <div className="relative overflow-hidden rounded-md border border-control">
      <div
        ref={container}
        className={classNames('h-96 bg-sunken', className)}
        aria-busy={drawing === 'coming'}
      />
      {drawing === 'coming' ? (
        <p className="absolute inset-0 grid place-content-center justify-items-center gap-2">
          <Spinner />
          Opening the map
        </p>
      ) : null}
    </div>
  );
}
