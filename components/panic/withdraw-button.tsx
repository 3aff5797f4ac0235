import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

/** Withdraws a press that is not known to be delivered, after a confirmation. */
export function WithdrawButton({ onWithdraw }: { onWithdraw: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button tone="quiet">Take it back</Button>}
      title="Take this press back?"
      description="We stop sending it. If AURA turns out to have it already, we cancel it there; responders who were already sent may still come."
    >
      <div className="flex flex-wrap gap-3">
        <Button
          tone="secondary"
          onClick={() => {
            setIsOpen(false);
            onWithdraw();
          }}
        >
          Yes, take it back
        </Button>
        <Button onClick={() => setIsOpen(false)}>No, I need help</Button>
      </div>
    </Dialog>
  );
}
