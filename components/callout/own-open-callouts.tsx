'use client';

import { usePathname } from 'next/navigation';
import { OpenCalloutLinks } from '#components/callout/open-callout-links.tsx';
import { useReading } from '#components/live/use-reading.ts';
import { useWords } from '#components/ui/words.tsx';
import { readOwnOpen } from '#lib/following/page/queries.ts';
import type { OwnOpen } from '#lib/following/page/schema.ts';
import type { Followed } from '#lib/live/schema.ts';

const READ_EVERY_MS = 15_000;
const FOLLOWED: readonly Followed[] = ['callout:*', 'press:*'];

/** Live links to own open callouts; leaves out the one whose page this is. */
export function OwnOpenCallouts({ initial }: { initial: OwnOpen | null }) {
  const path = usePathname();
  const t = useWords();
  const { data } = useReading({
    // The layout stays when a page follows another, and a press opens a callout without it: read again for each page.
    name: path,
    initial,
    read: readOwnOpen,
    everyMs: () => READ_EVERY_MS,
    followed: FOLLOWED,
  });
  const callouts = (data?.callouts ?? []).filter(({ calloutId }) => path !== `/callouts/${calloutId}`);
  return <OpenCalloutLinks callouts={callouts} t={t} />;
}
