import { ExternalLink } from 'lucide-react';
import { buttonLook } from '#components/ui/button-look.ts';

/** Opens AURA's hosted page in a new tab, without referrer: its URL is a capability URL. */
export function TrackingLink({ url }: { url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      aria-description="Opens in a new tab"
      className={buttonLook('secondary', 'regular', 'w-full')}
    >
      Open tracking
      <ExternalLink aria-hidden="true" />
    </a>
  );
}
