import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CreateHookForm } from '#components/admin/systems/create-hook-form.tsx';
import { CreateKeyForm } from '#components/admin/systems/create-key-form.tsx';
import { HookCard } from '#components/admin/systems/hook-card.tsx';
import { KeyTable } from '#components/admin/systems/key-table.tsx';
import { TroubledTable } from '#components/admin/systems/troubled-table.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listHooks } from '#lib/hooks/list-hooks.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { listApiKeys } from '#lib/operators/api-keys/list-api-keys.ts';

export const metadata: Metadata = { title: 'Other systems' };

export default async function SystemsPage() {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const [hooks, keys] = await Promise.all([listHooks(actor, {}), listApiKeys(actor, {})]);
  if (!hooks.ok || !keys.ok) notFound();
  const { endpoints, troubled, asOf } = hooks.value;
  return (
    <>
      <PageHeader
        title="Other systems"
        lead="Systems that get webhooks about callouts, and programs that may read by an API key."
      />
      <Card title="Webhooks not delivered">
        <TroubledTable rows={troubled} asOf={asOf} />
      </Card>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card title="Send webhooks to another system">
          <CreateHookForm />
        </Card>
        {endpoints.map((hook) => (
          <HookCard key={hook.endpointId} hook={hook} asOf={asOf} />
        ))}
      </div>
      <Card title="API keys">
        <KeyTable rows={keys.value.keys} asOf={keys.value.asOf} />
      </Card>
      <Card title="Make an API key">
        <CreateKeyForm />
      </Card>
    </>
  );
}
