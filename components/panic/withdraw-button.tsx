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
      trigger={<Button tone="quiet">Cancel this alarm</Button>}
      title="Cancel this alarm?"
      description="We stop sending it. If the control room has it already, we cancel it there. Help may still come."
    >
      <div className="flex flex-wrap gap-3">
        <Button
          tone="secondary"
          onClick={() => {
            setIsOpen(false);
            onWithdraw();
          }}
        >
          Yes, cancel it
        </Button>
        <Button onClick={() => setIsOpen(false)}>No, I need help</Button>
      </div>
    </Dialog>
  );
}
