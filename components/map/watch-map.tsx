import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Drawing, MapFrame, WHOLE, WHOLE_ZOOM } from '#components/map/map-frame.tsx';
import type { WatchMap as OpenWatchMap } from '#components/map/open-watch-map.ts';
import type { Scene } from '#components/map/scene.ts';
import { Button } from '#components/ui/button.tsx';

type WatchMapProps = {
  /** The deployment's MapLibre style, if any. */
  styleUrl: string | undefined;
  label: string;
  scene: Scene;
  /** Maximum initial zoom. */
  nearestZoom: number;
  /** Marks that no zoom separates were chosen, by their keys. */
  onTogether?: (keys: readonly string[]) => void;
  className?: string;
};

/** A map of callouts. May fail: the page has a text alternative. */
export function WatchMap(props: WatchMapProps) {
  const { container, map, drawing } = useWatchMap(props);
  if (drawing === 'failed') {
    return <p>This browser could not draw the map. All that it would show is in the tables.</p>;
  }
  return (
    <div className="grid gap-3">
      <MapFrame
        container={container}
        drawing={drawing}
        className={props.className}
        withoutScript="The map needs the scripts of this page. All that it shows is in the tables, too."
      />
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
    // No WebGL or a failed download: the tables remain usable.
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
