'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { revokeSessionsAction } from '#lib/operators/actions.ts';
import type { SessionRow } from '#lib/operators/schema.ts';

type SessionTableProps = { operatorId: string; sessions: readonly SessionRow[]; asOf: string };

/** Sessions, each with a button to end it. */
export function SessionTable({ operatorId, sessions, asOf }: SessionTableProps) {
  return (
    <>
      <DataTable
        caption="Sessions, newest first"
        rows={sessions}
        rowKey={(row) => row.sessionId}
        empty={<p>Signed in nowhere.</p>}
        columns={[
          {
            key: 'device',
            header: 'Device',
            cell: ({ device, isThisOne }) => (
              <span className="flex flex-wrap items-center gap-2">
                <span>{device}</span>
                {isThisOne ? <Badge tone="accent">This one</Badge> : null}
              </span>
            ),
          },
          { key: 'address', header: 'Address', cell: ({ address }) => address || 'Not known' },
          { key: 'started', header: 'Signed in', cell: ({ startedAt }) => <Age at={startedAt} now={asOf} /> },
          {
            key: 'end',
            header: 'End',
            cell: ({ sessionId, device, isThisOne }) =>
              isThisOne ? (
                'Use “Sign out”'
              ) : (
                <ActionForm
                  action={revokeSessionsAction}
                  about={{ operatorId, sessionId }}
                  label="End session"
                  accessibleLabel={`End session: ${device}`}
                  tone="secondary"
                />
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <ActionForm
          action={revokeSessionsAction}
          about={{ operatorId }}
          label="End all sessions"
          tone="secondary"
        />
      ) : null}
    </>
  );
}
