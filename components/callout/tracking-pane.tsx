import { ExternalLink } from 'lucide-react';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';

/** AURA's hosted page, and whether it lets itself be shown inside ours. */
export type HostedTracking = { url: string; as: 'frame' | 'link' | 'redirect' };

/** The hosted tracking page in a frame where that is allowed, and always its link. */
export function TrackingPane({ tracking }: { tracking: HostedTracking | null }) {
  if (!tracking) {
    return (
      <Card title="Live tracking">
        <p>AURA gave no tracking page that may be opened. Your alarm stands; its state is shown here.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Live tracking"
      actions={
        <a
          href={tracking.url}
          target="_blank"
          rel="noopener noreferrer"
          referrerPolicy="no-referrer"
          className={buttonLook('secondary')}
        >
          Open tracking
          <ExternalLink aria-hidden="true" />
          <span className="sr-only">(new tab)</span>
        </a>
      }
    >
      {tracking.as === 'frame' ? (
        <iframe
          src={tracking.url}
          title="Live tracking"
          referrerPolicy="no-referrer"
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups"
          className="h-[70dvh] min-h-96 w-full rounded-md border border-line bg-sunken"
        />
      ) : (
        <p>Open AURA’s page to see the responder on the map. It opens in a new tab; this page stays.</p>
      )}
    </Card>
  );
}
