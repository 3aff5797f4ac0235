'use client';

import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Field } from '#components/ui/field.tsx';
import { writeHandoverAction } from '#lib/console/handover/actions.ts';
import { MAX_NOTE_LENGTH } from '#lib/console/notes/schema.ts';

/** A note to the next shift. `id` makes a repeated submission one handover. */
export function WriteHandover({ id }: { id: string }) {
  const [form, submit, isPending] = useActionState(writeHandoverAction, { id, note: '', problem: null });
  return (
    <Card title="To the next shift">
      <form action={submit} noValidate className="grid gap-4">
        <FormRefusal problem={form.problem} />
        <input type="hidden" name="id" value={form.id} />
        <Field label="What they must know" name="note" error={form.problem?.fields?.note}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              maxLength={MAX_NOTE_LENGTH}
              defaultValue={form.note}
              className="control resize-y"
            />
          )}
        </Field>
        <div>
          <Button type="submit" isBusy={isPending}>
            Hand over
          </Button>
        </div>
      </form>
    </Card>
  );
}
