'use client';

import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { OpenCalloutLinks } from '#components/callout/open-callout-links.tsx';
import { ownOpenQuery } from '#lib/following/page/queries.ts';
import type { OwnOpen } from '#lib/following/page/schema.ts';

/** Kept current beside the pages of a person; the page of a callout does not lead to itself. */
export function OwnOpenCallouts({ initial }: { initial: OwnOpen | null }) {
  const { data } = useQuery(ownOpenQuery(initial));
  const path = usePathname();
  const callouts = (data?.callouts ?? []).filter(({ calloutId }) => path !== `/callouts/${calloutId}`);
  return <OpenCalloutLinks callouts={callouts} />;
}
