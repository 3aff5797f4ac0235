import { useEffect, useRef, useState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { QuickTexts } from '#components/ui/quick-texts.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { errorEntry } from '#lib/errors/errors.ts';
import type { Result } from '#lib/errors/result.ts';
import type { CancelReason } from '#lib/following/cancellations/schema.ts';

const REASONS = [
  'Pressed by mistake: the person said so on the phone',
  'Safe again: the person said so on the phone',
  'Somebody else has come to help',
  'A second alarm for the same emergency',
];

type CancelFormProps = {
  calloutId: number;
  reasons: readonly CancelReason[];
  outcome: Result<null> | null;
  isPending: boolean;
  onSubmit: (form: FormData) => void;
};

/** Cancels a callout as operator, with confirmation and reason. */
export function CancelForm({ calloutId, reasons, outcome, isPending, onSubmit }: CancelFormProps) {
  const refusal = outcome && !outcome.ok ? outcome : null;
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const choose = (reason: string) => {
    if (!field.current) return;
    field.current.value = reason;
    field.current.focus();
  };
  useEffect(() => {
    if (outcome?.ok) setOpen(false);
  }, [outcome]);
  return (
    <div className="grid justify-items-start gap-3">
      {outcome?.ok ? <p>Cancellation sent. AURA’s answer appears above.</p> : null}
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={<Button tone="secondary">Cancel this callout</Button>}
        title="Cancel this callout?"
        description="AURA stands the response down, without asking the person for a code. Speak to the person first."
      >
        <form action={onSubmit} noValidate className="grid gap-4">
          {refusal ? <Alert title={errorEntry(refusal.code).title} /> : null}
          <input type="hidden" name="calloutId" value={calloutId} />
          <QuickTexts texts={REASONS} onChoose={choose} />
          <Field label="Reason" name="reason" hint="Kept with the callout." error={refusal?.fields?.reason}>
            {(control) => (
              <textarea
                {...control}
                ref={field}
                rows={3}
                maxLength={500}
                required
                className="control resize-y"
              />
            )}
          </Field>
          {reasons.length > 0 ? (
            <SelectField
              label="AURA’s reason"
              name="exceptionReasonId"
              options={[
                { value: '', label: 'None' },
                ...reasons.map(({ id, description }) => ({ value: `${id}`, label: description })),
              ]}
            />
          ) : null}
          <div>
            <Button type="submit" isBusy={isPending}>
              Cancel the callout
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
