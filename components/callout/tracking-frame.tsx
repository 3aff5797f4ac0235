import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '#components/ui/words.tsx';
import { trackingShownQuery } from '#lib/following/page/queries.ts';

type TrackingFrameProps = { calloutId: number; url: string; mayLocate: boolean };

/**
 * AURA's page in a frame. A refused frame cannot be detected here, so the server probes again after every
 * load and replaces it by a link when refused.
 */
export function TrackingFrame({ calloutId, url, mayLocate }: TrackingFrameProps) {
  const t = useWords();
  const [loads, setLoads] = useState(0);
  const { data } = useQuery(trackingShownQuery(calloutId, loads));
  if (data && data.as !== 'frame') return <TrackingByLink />;
  return (
    <iframe
      src={url}
      title={t('callout.track.name')}
      onLoad={() => setLoads((before) => before + 1)}
      referrerPolicy="no-referrer"
      allow={mayLocate ? 'geolocation' : undefined}
      // Own scripts, storage and pop-ups, but no navigation of our page.
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
      className="h-[38vh] min-h-56 w-full sm:h-[60vh] sm:min-h-96 rounded-md border border-line bg-sunken"
    />
  );
}

export function TrackingByLink() {
  const t = useWords();
  return <p>{t('callout.track.map')}</p>;
}
