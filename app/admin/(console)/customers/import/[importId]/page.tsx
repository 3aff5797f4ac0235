import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ImportProgress } from '#components/admin/customers/import-progress.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { readImport } from '#lib/customers/imports/read-import.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';

export const metadata: Metadata = { title: 'Import' };

type ImportPageProps = { params: Promise<{ importId: string }> };

export default async function OneImportPage({ params }: ImportPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const read = await readImport(actor, await params);
  if (!read.ok) notFound();
  return (
    <>
      <PageHeader
        title="Import"
        actions={
          <LinkButton href="/admin/customers/import" tone="quiet">
            All files
          </LinkButton>
        }
      />
      <ImportProgress initial={read.value} />
    </>
  );
}
