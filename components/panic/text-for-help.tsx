import { MessageSquare } from 'lucide-react';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import { buttonLook } from '#components/ui/button-look.ts';
import { useWords } from '#components/ui/words.tsx';

type TextForHelpProps = { number: string; code: string; fix?: SoughtFix | undefined };

/** The press as a text message, written already: it needs airtime, and no data. */
export function TextForHelp({ number, code, fix }: TextForHelpProps) {
  const t = useWords();
  return (
    <div className="grid gap-2">
      <a href={textTo(number, code, fix)} className={buttonLook('primary', 'large', 'w-full')}>
        <MessageSquare aria-hidden="true" />
        <span>{t('text.button')}</span>
      </a>
      <p>{t('text.how')}</p>
    </div>
  );
}

/** The message, with the position where one is known. */
export function textTo(number: string, code: string, fix?: SoughtFix): string {
  const where = fix ? ` ${fix.latitude.toFixed(5)},${fix.longitude.toFixed(5)}` : '';
  // With both signs: iPhones read the part after the `&`, all others the one after the `?`.
  return `sms:${number}?&body=${encodeURIComponent(`SOS ${code}${where}`)}`;
}
