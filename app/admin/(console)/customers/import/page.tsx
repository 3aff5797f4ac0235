import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ImportList } from '#components/admin/customers/import-list.tsx';
import { UploadForm } from '#components/admin/customers/upload-form.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listImports } from '#lib/customers/imports/list-imports.ts';
import { listSubscriptionTypes } from '#lib/customers/registration/list-subscription-types.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';

export const metadata: Metadata = { title: 'Import customers' };

export default async function ImportPage() {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const imports = await listImports(actor, {});
  if (!imports.ok) notFound();
  return (
    <>
      <PageHeader
        title="Import customers"
        lead="A file is checked first. Nobody is registered before you say so."
        actions={
          <LinkButton href="/admin/customers" tone="quiet">
            All customers
          </LinkButton>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card title="A new file">
          <NewFile actor={actor} />
        </Card>
        <Card title="Files">
          <ImportList imports={imports.value} />
        </Card>
      </div>
    </>
  );
}

async function NewFile({ actor }: { actor: Actor }) {
  const types = await listSubscriptionTypes(actor, {});
  return types.ok ? <UploadForm types={types.value} /> : <RefusalAlert problem={types} />;
}
