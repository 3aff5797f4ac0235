import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { OperatorControls } from '#components/admin/operator-controls.tsx';
import { factorWords, roleNames } from '#components/admin/role-words.ts';
import { SessionTable } from '#components/admin/session-table.tsx';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom, operatorSessionIdIn } from '#lib/identity/session.ts';
import { listOperatorSessions } from '#lib/operators/list-operator-sessions.ts';
import { readOperator } from '#lib/operators/read-operator.ts';

export const metadata: Metadata = { title: 'Operator' };

type OperatorPageProps = { params: Promise<{ operatorId: string }> };

export default async function OperatorPage({ params }: OperatorPageProps) {
  const headers = await requestHeaders();
  const actor = await operatorFrom(headers);
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const { operatorId } = await params;
  const [read, listed] = await Promise.all([
    readOperator(actor, { operatorId }),
    listOperatorSessions(actor, { operatorId, thisSessionId: await operatorSessionIdIn(headers) }),
  ]);
  if (!read.ok || !listed.ok) notFound();
  const operator = read.value;
  const { sessions, asOf } = listed.value;
  return (
    <>
      <PageHeader title={operator.name} lead={operator.email} />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="grid gap-6">
          <Card title="Now">
            <DefinitionList
              items={[
                { term: 'Role', detail: roleNames[operator.role] },
                { term: 'State', detail: operator.switchedOffAt ? 'Switched off' : 'May sign in' },
                { term: 'Second step', detail: factorWords(operator) },
                { term: 'Joined', detail: <Age at={operator.joinedAt} now={asOf} /> },
              ]}
            />
          </Card>
          <Card title="Sessions">
            <SessionTable operatorId={operatorId} sessions={sessions} asOf={asOf} />
          </Card>
        </div>
        <div className="grid gap-6">
          <OperatorControls
            operator={operator}
            isOneself={'operatorId' in actor && actor.operatorId === operatorId}
          />
        </div>
      </div>
    </>
  );
}
