'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { switchOffOtherButtonsAction } from '#lib/customers/registration/actions.ts';
import { errorEntry } from '#lib/errors/errors.ts';

/** Revokes the button on all other devices, after confirmation. */
export function SwitchOffButtons() {
  const [switchedOff, submit, isPending] = useActionState(switchOffOtherButtonsAction, null);
  if (switchedOff?.ok) {
    return (
      <StatusLine tone="good" icon={<CircleCheck />}>
        Switched off on other devices. This device keeps its button.
      </StatusLine>
    );
  }
  return (
    <div className="grid justify-items-start gap-4">
      {switchedOff ? <Alert title={errorEntry(switchedOff.code).title} /> : null}
      <Dialog
        trigger={<Button tone="secondary">Switch off my button on other devices</Button>}
        title="Switch off your button on other devices?"
        description="The button stops working on your other phones and computers, until you sign in there again. Do this if a device is lost."
      >
        <form action={submit} className="flex flex-wrap gap-3">
          <Button type="submit" isBusy={isPending}>
            Switch off
          </Button>
        </form>
      </Dialog>
    </div>
  );
}
