'use client';

import { ExternalLink } from 'lucide-react';
import { buttonLook } from '#components/ui/button-look.ts';
import { useWords } from '#components/ui/words.tsx';

/** Opens AURA's hosted page in a new tab, without referrer: its URL is a capability URL. */
export function TrackingLink({ url }: { url: string }) {
  const t = useWords();
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      aria-description={t('callout.newTab')}
      className={buttonLook('secondary', 'regular', 'w-full')}
    >
      <span>{t('callout.track.open')}</span>
      <ExternalLink aria-hidden="true" />
    </a>
  );
}
