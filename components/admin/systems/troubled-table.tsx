'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { Age } from '#components/ui/age.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { replayHookAction } from '#lib/hooks/actions.ts';
import type { HookDeliveryRow } from '#lib/hooks/schema.ts';
import { deliveryStates, eventWords, problemOf } from './words.ts';

/** Webhooks that are not delivered. */
export function TroubledTable({ rows, asOf }: { rows: readonly HookDeliveryRow[]; asOf: string }) {
  return (
    <DataTable
      caption="Webhooks not delivered, newest first"
      rows={rows}
      rowKey={(row) => row.deliveryId}
      empty={<p>Every webhook was delivered.</p>}
      columns={[
        { key: 'system', header: 'System', cell: ({ endpointName }) => endpointName },
        { key: 'what', header: 'What', cell: eventWords },
        { key: 'when', header: 'Happened', cell: ({ at }) => <Age at={at} now={asOf} /> },
        {
          key: 'state',
          header: 'State',
          cell: ({ state, attempts }) => `${deliveryStates[state]} (tried ${attempts} times)`,
        },
        { key: 'why', header: 'Why', cell: problemOf },
        {
          key: 'again',
          header: 'Send again',
          cell: (row) => (
            <ActionForm
              action={replayHookAction}
              about={{ deliveryId: row.deliveryId }}
              label="Send again"
              accessibleLabel={`Send again: ${eventWords(row)}`}
              tone="secondary"
            />
          ),
        },
      ]}
    />
  );
}
