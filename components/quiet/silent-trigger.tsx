import { BellOff } from 'lucide-react';
import { startQuiet } from '#components/quiet/quiet.ts';
import { Button } from '#components/ui/button.tsx';
import { useWords } from '#components/ui/words.tsx';

/** A press by one tap, without sound or light. drive-hold.ts and early-quiet.ts find it by `data-press`. */
export function SilentTrigger() {
  const t = useWords();
  return (
    <Button
      type="submit"
      // Without a script a tap sends that form, at once.
      form="press-form"
      tone="quiet"
      data-press="silent"
      onClick={startQuiet}
    >
      <BellOff aria-hidden="true" />
      <span>{t('panic.silent')}</span>
    </Button>
  );
}
