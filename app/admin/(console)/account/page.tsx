import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { FactorCards } from '#components/admin/second-step/factor-cards.tsx';
import { SessionTable } from '#components/admin/session-table.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom, operatorSessionIdIn } from '#lib/identity/session.ts';
import { listOperatorSessions } from '#lib/operators/list-operator-sessions.ts';
import { readOwnAccount } from '#lib/operators/read-own-account.ts';
import { readOwnFactors } from '#lib/operators/second-factor/read-own-factors.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const headers = await requestHeaders();
  const actor = await operatorFrom(headers);
  if (!('operatorId' in actor) || actor.role === 'enrolling') redirect('/admin/sign-in');
  const [account, factors] = await Promise.all([readOwnAccount(actor, {}), readOwnFactors(actor, {})]);
  if (!account.ok || !factors.ok) notFound();
  const { operatorId, name, email, role } = account.value;
  const thisSessionId = await operatorSessionIdIn(headers);
  const listed = await listOperatorSessions(actor, { operatorId, thisSessionId });
  if (!listed.ok) notFound();
  return (
    <>
      <PageHeader title="Your account" lead={`${name}, ${email}`} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="grid gap-6">
          {actor.byProvider ? (
            <Card title="Sign-in">
              <p>
                {`You sign in with ${env.oidc?.name}. Your password and your second step are kept and changed there.`}
              </p>
            </Card>
          ) : (
            <>
              <FactorCards
                factors={factors.value}
                isRequired={role !== 'viewer' && env.ADMIN_SECOND_FACTOR === 'required'}
              />
              <Card title="Password">
                <p>Changing it ends all your other sessions.</p>
                <span>
                  <LinkButton href="/admin/account/password" tone="secondary">
                    Change password
                  </LinkButton>
                </span>
              </Card>
            </>
          )}
        </div>
        <Card title="Where you are signed in">
          <SessionTable operatorId={operatorId} sessions={listed.value.sessions} asOf={listed.value.asOf} />
        </Card>
      </div>
    </>
  );
}
