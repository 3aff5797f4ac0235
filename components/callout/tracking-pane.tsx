import { TrackingByLink, TrackingFrame } from '#components/callout/tracking-frame.tsx';
import { TrackingLink } from '#components/callout/tracking-link.tsx';
import { Card } from '#components/ui/card.tsx';

/** AURA's hosted page, and whether it may be framed. */
type HostedTracking = { url: string; as: 'frame' | 'link' | 'redirect'; mayLocate: boolean };

type TrackingPaneProps = { calloutId: number; tracking: HostedTracking | 'cannot_be_opened' | null };

export function TrackingPane({ calloutId, tracking }: TrackingPaneProps) {
  if (tracking === null || tracking === 'cannot_be_opened') {
    return (
      <Card title="Live tracking">
        <p>
          {`${
            tracking === null
              ? 'AURA gave no tracking page that may be opened.'
              : 'The address of AURA’s tracking page cannot be opened: the key of this server was changed.'
          } Your alarm stands; its state is shown here.`}
        </p>
      </Card>
    );
  }
  return (
    <Card title="Live tracking" actions={<TrackingLink url={tracking.url} />}>
      {tracking.as === 'frame' ? (
        <TrackingFrame calloutId={calloutId} url={tracking.url} mayLocate={tracking.mayLocate} />
      ) : (
        <TrackingByLink />
      )}
    </Card>
  );
}
