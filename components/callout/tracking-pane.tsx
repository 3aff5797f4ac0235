import { TrackingLink } from '#components/callout/tracking-link.tsx';
import { Card } from '#components/ui/card.tsx';

/** AURA's hosted page, and whether it lets itself be shown inside ours. */
type HostedTracking = { url: string; as: 'frame' | 'link' | 'redirect'; mayLocate: boolean };

/** The hosted tracking page in a frame where that is allowed, and always its link. */
export function TrackingPane({ tracking }: { tracking: HostedTracking | 'cannot_be_opened' | null }) {
  if (tracking === null || tracking === 'cannot_be_opened') {
    return (
      <Card title="Live tracking">
        <p>
          {tracking === null
            ? 'AURA gave no tracking page that may be opened.'
            : 'The address of AURA’s tracking page cannot be opened: the key of this server was changed.'}{' '}
          Your alarm stands; its state is shown here.
        </p>
      </Card>
    );
  }
  return (
    <Card title="Live tracking" actions={<TrackingLink url={tracking.url} />}>
      {tracking.as === 'frame' ? (
        <iframe
          src={tracking.url}
          title="Live tracking"
          referrerPolicy="no-referrer"
          allow={tracking.mayLocate ? 'geolocation' : undefined}
          // Its scripts and its own storage, calls and maps in tabs of their own; never our page's address bar.
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
          className="h-[70dvh] min-h-96 w-full rounded-md border border-line bg-sunken"
        />
      ) : (
        <p>Open AURA’s page to see the responder on the map. It opens in a new tab; this page stays.</p>
      )}
    </Card>
  );
}
