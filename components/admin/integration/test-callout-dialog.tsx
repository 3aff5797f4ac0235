import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type TestCalloutDialogProps = {
  isSandbox: boolean;
  host: string;
  isBusy: boolean;
  onConfirm: (customerId: string) => void;
};

/** Confirms one TEST callout and its customer. */
export function TestCalloutDialog({ isSandbox, host, isBusy, onConfirm }: TestCalloutDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const customerId = String(new FormData(event.currentTarget).get('customerId') ?? '').trim();
    if (!/^\d*$/.test(customerId)) return setProblem('This is no customer number: it is a whole number');
    setProblem(undefined);
    setOpen(false);
    onConfirm(customerId);
  };
  return (
    <Dialog
      title="Make one TEST callout?"
      description={`On ${host}${isSandbox ? ', which is the sandbox: nobody is sent' : ', which is not the sandbox'}.`}
      trigger={
        <Button tone="secondary" isBusy={isBusy}>
          Run it with a TEST callout
        </Button>
      }
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <form onSubmit={submit} className="grid gap-4">
        <ul className="grid list-disc gap-1 pl-5">
          <li>One callout, marked TEST, is made and then cancelled.</li>
          <li>
            Without a customer number it is made for “Vigil Doctor TEST”, who is registered with a
            subscription for one day and deleted afterwards.
          </li>
          <li>With a number it is made for that customer, unless a callout or press of theirs is open.</li>
          <li>It stands in the audit that you did it.</li>
        </ul>
        <TextField
          label="AURA customer number"
          name="customerId"
          inputMode="numeric"
          autoComplete="off"
          hint="Of somebody who is there for tests."
          error={problem}
        />
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" name="confirmed" required className="size-5 shrink-0 accent-accent" />
          One TEST callout may be made
        </label>
        <div className="flex flex-wrap justify-end gap-3">
          <Button tone="secondary" onClick={() => setOpen(false)}>
            Not now
          </Button>
          <Button type="submit">Make it</Button>
        </div>
      </form>
    </Dialog>
  );
}
