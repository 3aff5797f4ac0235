'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { Age } from '#components/ui/age.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Clock } from '#components/ui/moment.tsx';
import { revokeKeyAction } from '#lib/operators/api-keys/actions.ts';
import type { ApiKeyRow } from '#lib/operators/api-keys/schema.ts';
import { keyStates, scopeNames } from './words.ts';

export function KeyTable({ rows, asOf }: { rows: readonly ApiKeyRow[]; asOf: string }) {
  return (
    <DataTable
      caption="API keys, newest first"
      rows={rows}
      rowKey={(row) => row.keyId}
      empty={<p>No key was made yet.</p>}
      columns={[
        { key: 'name', header: 'Program', cell: ({ name, hint }) => `${name} (…${hint})` },
        {
          key: 'scopes',
          header: 'May read',
          cell: ({ scopes }) => scopes.map((scope) => scopeNames[scope]).join(', '),
        },
        { key: 'state', header: 'State', cell: ({ state }) => keyStates[state] },
        { key: 'until', header: 'Until', cell: ({ expiresAt }) => <Clock at={expiresAt} /> },
        {
          key: 'used',
          header: 'Last used',
          cell: ({ lastUsedAt }) => (lastUsedAt ? <Age at={lastUsedAt} now={asOf} /> : '–'),
        },
        {
          key: 'revoke',
          header: 'Revoke',
          cell: ({ keyId, name, state }) =>
            state === 'counts' ? (
              <ActionForm
                action={revokeKeyAction}
                about={{ keyId }}
                label="Revoke"
                accessibleLabel={`Revoke the key of ${name}`}
                tone="secondary"
              />
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}
