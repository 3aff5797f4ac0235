'use client';

import { useQuery } from '@tanstack/react-query';
import { CalloutTimeline } from '#components/callout/callout-timeline.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import { Card } from '#components/ui/card.tsx';
import { calloutQuery } from '#lib/callouts/queries.ts';
import type { Callout } from '#lib/callouts/schema.ts';

/** Past and upcoming stages, refreshed live. */
export function CalloutHistory({ initial }: { initial: Callout }) {
  const { data: callout } = useQuery(calloutQuery(initial.calloutId, initial, useLive()));
  return (
    <Card title="Timeline">
      <CalloutTimeline callout={callout} />
    </Card>
  );
}
