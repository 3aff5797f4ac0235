import type { RefObject } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Spinner } from '#components/ui/spinner.tsx';

/** `unopened` until the page's scripts run. */
export type Drawing = 'unopened' | 'coming' | 'drawn' | 'partly' | 'failed';

/** Southern Africa, AURA's region: the initial view. */
export const WHOLE = { latitude: -28.7, longitude: 24.7 };
export const WHOLE_ZOOM = 4;

type MapFrameProps = {
  container: RefObject<HTMLDivElement | null>;
  drawing: Drawing;
  className: string | undefined;
  /** Text in place of the map where scripts are off. */
  withoutScript?: string;
  /** Text until it is drawn. */
  opening?: string;
};

/** The element of a map, with a spinner until it is drawn. */
export function MapFrame({ container, drawing, className, withoutScript, opening }: MapFrameProps) {
  return (
    <div className="relative overflow-hidden rounded-md border border-control">
      <div
        ref={container}
        className={classNames('bg-sunken', className ?? 'h-96')}
        aria-busy={drawing === 'coming'}
      />
      {drawing === 'unopened' ? (
        <p className="absolute inset-0 grid place-content-center p-4 text-center">{withoutScript}</p>
      ) : null}
      {drawing === 'coming' ? (
        <p className="absolute inset-0 grid place-content-center justify-items-center gap-2">
          <Spinner />
          <span>{opening ?? 'Opening the map'}</span>
        </p>
      ) : null}
    </div>
  );
}
