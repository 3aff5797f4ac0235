'use client';

import { useMutation } from '@tanstack/react-query';
import { useStepUp } from '#components/admin/step-up/step-up-context.ts';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { readPrivateProfileAction } from '#lib/customers/directory/actions.ts';
import type { PrivateProfile as Profile } from '#lib/customers/directory/schema.ts';
import { errorEntry } from '#lib/errors/errors.ts';

const GROUPS = ['Medical', 'Contact', 'Vehicle', 'Other'] as const;

type PrivateProfileProps = {
  customerId: number;
  /** The callout whose page it is opened from, if any. */
  calloutId?: number;
};

/** The medical and contact profile. Opened by an explicit, audited click. */
export function PrivateProfile({ customerId, calloutId }: PrivateProfileProps) {
  const askStepUp = useStepUp();
  const { data, mutate, isPending, isError } = useMutation({
    mutationFn: () => readPrivateProfileAction(customerId, calloutId),
    onSuccess: (read) => {
      if (!read.ok && read.code === 'step_up.required') askStepUp?.(() => mutate());
    },
  });
  return (
    // Printed only when opened.
    <div className="min-w-0" data-screen-only={data?.ok ? undefined : ''}>
      <Card title="Medical and contact profile">
        <p className="text-ink-soft print:hidden">
          Opening it is written to the audit with your name and the time.
        </p>
        {/* Not role=status, which the page uses for the callout's own. */}
        <div aria-live="polite" className="grid gap-4">
          {data?.ok ? <Groups profile={data.value} /> : null}
        </div>
        {isError ? <Alert title="Vigil did not answer. Try again." /> : null}
        {data?.ok === false ? (
          <Alert title={errorEntry(data.code).title}>{errorEntry(data.code).detail}</Alert>
        ) : null}
        {data?.ok ? null : (
          <div>
            <Button tone="secondary" onClick={() => mutate()} isBusy={isPending}>
              Open the profile
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}

function Groups({ profile: { facts, asOf } }: { profile: Profile }) {
  if (facts.length === 0) return <p>AURA has no medical or contact profile of this person.</p>;
  return (
    <>
      {GROUPS.map((group) => {
        const items = facts.filter((fact) => fact.group === group);
        if (items.length === 0) return null;
        return (
          <section key={group}>
            <h3 className="font-semibold">{group}</h3>
            <DefinitionList items={items} />
          </section>
        );
      })}
      <p className="text-sm text-ink-soft">
        Last update <Age at={asOf} now={asOf} />
      </p>
    </>
  );
}
