'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { Clock } from '#components/ui/moment.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { editHookAction, switchHookAction } from '#lib/hooks/actions.ts';
import type { HookRow } from '#lib/hooks/schema.ts';
import { ReplaySinceForm } from './replay-since-form.tsx';
import { RotateForm } from './rotate-form.tsx';

/** One system that gets webhooks. */
export function HookCard({ hook, asOf }: { hook: HookRow; asOf: string }) {
  const { endpointId, name, url, switchedOffAt, previousUntil, waiting, failed, lastDeliveredAt } = hook;
  const about = { endpointId };
  return (
    <Card title={name}>
      <DefinitionList
        items={[
          { term: 'Webhooks', detail: switchedOffAt ? 'Switched off' : 'On' },
          { term: 'Last delivered', detail: lastDeliveredAt ? <Age at={lastDeliveredAt} now={asOf} /> : '–' },
          { term: 'Waiting', detail: waiting },
          { term: 'Given up', detail: failed },
          ...(previousUntil
            ? [{ term: 'The old secret signs until', detail: <Clock at={previousUntil} /> }]
            : []),
        ]}
      />
      <ActionForm
        action={editHookAction}
        about={about}
        label="Save"
        accessibleLabel={`Save ${name}`}
        tone="secondary"
      >
        {(errors) => (
          <>
            <TextField label="System" name="name" required defaultValue={name} error={errors.name} />
            <TextField
              label="Address"
              name="url"
              type="url"
              required
              defaultValue={url ?? ''}
              hint={url === null ? 'What was kept cannot be opened' : undefined}
              error={errors.url}
            />
          </>
        )}
      </ActionForm>
      <ActionForm
        action={switchHookAction}
        about={{ ...about, to: switchedOffAt ? 'on' : 'off' }}
        label={switchedOffAt ? 'Switch on' : 'Switch off'}
        accessibleLabel={`Switch ${switchedOffAt ? 'on' : 'off'} ${name}`}
        tone="secondary"
      />
      <RotateForm endpointId={endpointId} name={name} />
      <ReplaySinceForm endpointId={endpointId} name={name} />
    </Card>
  );
}
