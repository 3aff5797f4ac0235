'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { roleNames } from '#components/admin/role-words.ts';
import { Age } from '#components/ui/age.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { withdrawInvitationAction } from '#lib/operators/actions.ts';
import type { InvitationRow } from '#lib/operators/schema.ts';

export function InvitationTable({ rows, asOf }: { rows: readonly InvitationRow[]; asOf: string }) {
  return (
    <DataTable
      caption="Open invitations, newest first"
      rows={rows}
      rowKey={(row) => row.invitationId}
      empty={<p>No invitation is open.</p>}
      columns={[
        { key: 'email', header: 'Email', cell: ({ email }) => email },
        { key: 'role', header: 'Role', cell: ({ role }) => roleNames[role] },
        { key: 'made', header: 'Made', cell: ({ invitedAt }) => <Age at={invitedAt} now={asOf} /> },
        {
          key: 'withdraw',
          header: 'Withdraw',
          cell: ({ invitationId, email }) => (
            <ActionForm
              action={withdrawInvitationAction}
              about={{ invitationId }}
              label="Withdraw"
              accessibleLabel={`Withdraw the invitation of ${email}`}
              tone="secondary"
            />
          ),
        },
      ]}
    />
  );
}
