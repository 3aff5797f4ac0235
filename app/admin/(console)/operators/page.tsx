import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { InvitationTable } from '#components/admin/invitation-table.tsx';
import { InviteForm } from '#components/admin/invite-form.tsx';
import { OperatorTable } from '#components/admin/operator-table.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { listOperators } from '#lib/operators/list-operators.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Operators' };

export default async function OperatorsPage() {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const list = await listOperators(actor, {});
  if (!list.ok) notFound();
  const { operators, invitations, asOf } = list.value;
  return (
    <>
      <PageHeader title="Operators" lead="Who may look at callouts, act on them, and manage operators." />
      <OperatorTable operators={operators} asOf={asOf} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card title="Invite somebody">
          {env.OPERATOR_LOCAL_SIGN_IN === 'on' ? (
            <InviteForm />
          ) : (
            <p>
              {`Operators get their role at ${env.oidc?.name}, and are listed here after they have signed in with it.`}
            </p>
          )}
        </Card>
        <Card title="Open invitations">
          <InvitationTable rows={invitations} asOf={asOf} />
        </Card>
      </div>
    </>
  );
}
