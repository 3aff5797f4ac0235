import { type FormEvent, useRef, useState } from 'react';
import type { RowActions } from '#components/admin/alarms/use-row-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { QuickTexts } from '#components/ui/quick-texts.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { type AttentionRow, MAX_REASON_LENGTH, MIN_REASON_LENGTH } from '#lib/console/attention/schema.ts';

const REASONS = [
  'One event, dealt with as one',
  'A known fault, somebody is on it',
  'A drill or a test of the alarm',
];

type AcknowledgeAllProps = { rows: readonly AttentionRow[]; actions: RowActions };

/** Acknowledges all listed rows that wait, as they are shown, with a reason. One that comes meanwhile still rings. */
export function AcknowledgeAll({ rows, actions }: AcknowledgeAllProps) {
  // As they were when the question was asked.
  const [asked, ask] = useState<readonly AttentionRow[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const waiting = asked ?? rows.filter(({ isWaiting }) => isWaiting);
  // Two, as one is acknowledged faster in its row.
  if (waiting.length < 2) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reason = field.current?.value.trim() ?? '';
    if (reason.length < MIN_REASON_LENGTH) return field.current?.focus();
    actions.acknowledgeMany({ rows: waiting, reason });
    ask(null);
  };
  const choose = (reason: string) => {
    if (field.current) field.current.value = reason;
    field.current?.focus();
  };
  return (
    <Dialog
      isOpen={asked !== null}
      onOpenChange={(isOpen) => ask(isOpen ? waiting : null)}
      title={`Acknowledge all ${waiting.length}?`}
      description="They stop ringing for everybody. Each comes back when nothing is done about it."
      trigger={<Button tone="quiet" className="px-2!">{`Acknowledge all (${waiting.length})`}</Button>}
    >
      <form onSubmit={submit} noValidate className="grid gap-4">
        <QuickTexts texts={REASONS} onChoose={choose} />
        <TextField
          ref={field}
          label="Reason"
          name="reason"
          hint="Kept with each of them."
          required
          maxLength={MAX_REASON_LENGTH}
        />
        <div>
          <Button type="submit">{`Acknowledge ${waiting.length}`}</Button>
        </div>
      </form>
    </Dialog>
  );
}
