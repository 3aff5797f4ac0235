'use client';

import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { OpenCalloutLinks } from '#components/callout/open-callout-links.tsx';
import { useWords } from '#components/ui/words.tsx';
import { ownOpenQuery } from '#lib/following/page/queries.ts';
import type { OwnOpen } from '#lib/following/page/schema.ts';

/** Live links to own open callouts; leaves out the one whose page this is. */
export function OwnOpenCallouts({ initial }: { initial: OwnOpen | null }) {
  const { data, refetch } = useQuery(ownOpenQuery(initial));
  const path = usePathname();
  const t = useWords();
  // The layout stays when a page follows another, and a press opens a callout without it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for each page
  useEffect(() => void refetch(), [path, refetch]);
  const callouts = (data?.callouts ?? []).filter(({ calloutId }) => path !== `/callouts/${calloutId}`);
  return <OpenCalloutLinks callouts={callouts} t={t} />;
}
