import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { IntegrationBoard } from '#components/admin/integration/integration-board.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { readIntegration } from '#lib/integration/read-integration.ts';

export const metadata: Metadata = { title: 'Integration' };

export default async function IntegrationPage() {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const facts = await readIntegration(actor, {});
  if (!facts.ok) notFound();
  return (
    <>
      <PageHeader
        title="Integration"
        lead="When something does not work: is it AURA, or is it us?"
        actions={
          mayDo(actor.role, 'hook.list') ? <LinkButton href="/admin/systems">Other systems</LinkButton> : null
        }
      />
      <IntegrationBoard
        initial={facts.value}
        may={{
          run: mayDo(actor.role, 'integration.run_doctor'),
          write: mayDo(actor.role, 'integration.run_writing_doctor'),
          register: mayDo(actor.role, 'webhook.register'),
        }}
      />
    </>
  );
}
