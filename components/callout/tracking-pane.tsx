'use client';

import type { ReactNode } from 'react';
import { TrackingByLink, TrackingFrame } from '#components/callout/tracking-frame.tsx';
import { TrackingLink } from '#components/callout/tracking-link.tsx';
import { useWords } from '#components/ui/words.tsx';

/** AURA's hosted page, and whether it may be framed. */
type HostedTracking = { url: string; as: 'frame' | 'link' | 'redirect'; mayLocate: boolean };

type TrackingPaneProps = { calloutId: number; tracking: HostedTracking | 'cannot_be_opened' | null };

export function TrackingPane({ calloutId, tracking }: TrackingPaneProps) {
  const t = useWords();
  if (tracking === null || tracking === 'cannot_be_opened') {
    return (
      <Pane>
        <p>{t(tracking === null ? 'callout.track.none' : 'callout.track.shut')}</p>
      </Pane>
    );
  }
  return (
    <Pane>
      {tracking.as === 'frame' ? (
        <TrackingFrame calloutId={calloutId} url={tracking.url} mayLocate={tracking.mayLocate} />
      ) : (
        <TrackingByLink />
      )}
      <TrackingLink url={tracking.url} />
    </Pane>
  );
}

function Pane({ children }: { children: ReactNode }) {
  const t = useWords();
  return (
    <section className="grid min-w-0 gap-2">
      <h2 className="sr-only">{t('callout.track.name')}</h2>
      {children}
    </section>
  );
}
