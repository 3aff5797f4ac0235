import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { WatchMap as OpenWatchMap } from '#components/map/open-watch-map.ts';
import type { Scene } from '#components/map/scene.ts';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Spinner } from '#components/ui/spinner.tsx';

type WatchMapProps = {
  /** A MapLibre style, where this site has one. */
  styleUrl: string | undefined;
  label: string;
  scene: Scene;
  /** How near the map may begin. */
  nearestZoom: number;
  /** Somebody chose marks that no zoom takes apart, by their keys. */
  onTogether?: (keys: readonly string[]) => void;
  className?: string;
};

type Drawing = 'unopened' | 'coming' | 'drawn' | 'partly' | 'failed';

/** Southern Africa, where AURA responds: where a map begins that has nothing to show yet. */
const WHOLE = { latitude: -28.7, longitude: 24.7 };
const WHOLE_ZOOM = 4;

/** A map of callouts. What it shows is told in words elsewhere on the page: it may fail. */
export function WatchMap(props: WatchMapProps) {
  const { container, map, drawing } = useWatchMap(props);
  if (drawing === 'failed') {
    return <p>This browser could not draw the map. All that it would show is in the tables.</p>;
  }
  return (
    <div className="grid gap-3">
      <div className="relative overflow-hidden rounded-md border border-control">
        <div
          ref={container}
          className={classNames('h-96 bg-sunken', props.className)}
          aria-busy={drawing === 'coming'}
        />
        {drawing === 'unopened' ? (
          <p className="absolute inset-0 grid place-content-center p-4 text-center">
            The map needs the scripts of this page. All that it shows is in the tables, too.
          </p>
        ) : null}
        {drawing === 'coming' ? (
          <p className="absolute inset-0 grid place-content-center justify-items-center gap-2">
            <Spinner />
            Opening the map
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft">
        <Button tone="secondary" onClick={() => map.current?.showAll()}>
          Show everything
        </Button>
        {props.styleUrl ? null : <p>This map shows outlines of countries only.</p>}
        {drawing === 'partly' ? <p>Some of the map could not be loaded.</p> : null}
      </div>
    </div>
  );
}

type Shown = {
  container: RefObject<HTMLDivElement | null>;
  map: RefObject<OpenWatchMap | null>;
  drawing: Drawing;
};

function useWatchMap(wanted: WatchMapProps): Shown {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<OpenWatchMap>(null);
  const newest = useRef(wanted);
  const router = useRouter();
  const [drawing, setDrawing] = useState<Drawing>('unopened');
  const { scene } = wanted;
  useEffect(() => {
    newest.current = wanted;
  });
  useEffect(() => {
    let isGone = false;
    setDrawing('coming');
    const open = async () => {
      const { openWatchMap } = await import('#components/map/open-watch-map.ts');
      if (isGone || !container.current) return;
      const { styleUrl, label, scene, nearestZoom } = newest.current;
      map.current = openWatchMap({
        container: container.current,
        label,
        styleUrl,
        centre: WHOLE,
        zoom: WHOLE_ZOOM,
        nearestZoom,
        scene,
        onOpen: (href) => router.push(href),
        onTogether: (keys) => newest.current.onTogether?.(keys),
        onDrawn: () => setDrawing((now) => (now === 'coming' ? 'drawn' : now)),
        onTrouble: () => setDrawing('partly'),
      });
    };
    // No WebGL, or a script that did not come: the tables remain, and the page says so.
    open().catch(() => setDrawing('failed'));
    return () => {
      isGone = true;
      map.current?.close();
      map.current = null;
    };
  }, [router]);
  useEffect(() => map.current?.show(scene), [scene]);
  return { container, map, drawing };
}
