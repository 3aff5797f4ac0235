import { BellRing } from 'lucide-react';
import Link from 'next/link';
import { buttonLook } from '#components/ui/button-look.ts';
import type { OwnOpen } from '#lib/following/page/schema.ts';

/** Links to the person's open callouts, on every page. */
export function OpenCalloutLinks({ callouts }: OwnOpen) {
  if (callouts.length === 0) return null;
  return (
    <nav
      aria-label="Open callouts"
      data-screen-only
      className="flex flex-wrap items-center gap-3 border-b border-alert-line bg-alert-wash px-4 py-3 text-alert-ink sm:px-6"
    >
      <BellRing aria-hidden="true" className="size-5 shrink-0" />
      <p className="font-semibold">
        {callouts.length === 1 ? 'You have an open callout.' : 'You have open callouts.'}
      </p>
      {callouts.map(({ calloutId, kind }) => (
        <Link key={calloutId} href={`/callouts/${calloutId}`} className={buttonLook('secondary')}>
          {kind === 'test' ? `Follow TEST callout ${calloutId}` : `Follow callout ${calloutId}`}
        </Link>
      ))}
    </nav>
  );
}
