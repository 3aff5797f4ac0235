import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CalloutMap } from '#components/admin/map/callout-map.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listOnMap } from '#lib/console/map/list-on-map.ts';
import { mapStyleUrl } from '#lib/geo/basemap/basemap.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';

export const metadata: Metadata = { title: 'Map' };

export default async function MapPage() {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const listed = await listOnMap(actor, {});
  if (!listed.ok) notFound();
  return (
    <>
      <PageHeader title="Map" lead="Where the open callouts are." />
      <CalloutMap initial={listed.value} styleUrl={mapStyleUrl()} />
    </>
  );
}
