import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SessionTable } from '#components/admin/session-table.tsx';
import { StopSecondFactor } from '#components/admin/stop-second-factor.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { operatorFrom, operatorSessionIdIn } from '#lib/identity/session.ts';
import { listOperatorSessions } from '#lib/operators/list-operator-sessions.ts';
import { readOwnAccount } from '#lib/operators/read-own-account.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const headers = await requestHeaders();
  const actor = await operatorFrom(headers);
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const account = await readOwnAccount(actor, {});
  if (!account.ok) notFound();
  const { operatorId, name, email, hasSecondFactor } = account.value;
  const thisSessionId = await operatorSessionIdIn(headers);
  const listed = await listOperatorSessions(actor, { operatorId, thisSessionId });
  if (!listed.ok) notFound();
  return (
    <>
      <PageHeader title="Your account" lead={`${name}, ${email}`} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Card title="Second step at sign-in">
          {hasSecondFactor ? (
            <StopSecondFactor />
          ) : (
            <>
              <p>
                Off: your password alone signs you in. A code from your phone makes a stolen password useless.
              </p>
              <span>
                <LinkButton href="/admin/second-factor/set-up">Set up</LinkButton>
              </span>
            </>
          )}
        </Card>
        <Card title="Where you are signed in">
          <SessionTable operatorId={operatorId} sessions={listed.value.sessions} asOf={listed.value.asOf} />
        </Card>
      </div>
    </>
  );
}
