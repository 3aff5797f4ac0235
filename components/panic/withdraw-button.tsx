import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useWords } from '#components/ui/words.tsx';

/** Withdraws a press that is not known to be delivered, after a confirmation. */
export function WithdrawButton({ onWithdraw }: { onWithdraw: () => void }) {
  const t = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button tone="quiet">{t('withdraw.button')}</Button>}
      title={t('withdraw.title')}
      description={t('withdraw.text')}
    >
      <div className="flex flex-wrap gap-3">
        <Button
          tone="secondary"
          onClick={() => {
            setIsOpen(false);
            onWithdraw();
          }}
        >
          {t('withdraw.yes')}
        </Button>
        <Button onClick={() => setIsOpen(false)}>{t('withdraw.no')}</Button>
      </div>
    </Dialog>
  );
}
