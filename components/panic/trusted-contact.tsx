import { MessageSquare } from 'lucide-react';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import { buttonLook } from '#components/ui/button-look.ts';
import { useWords } from '#components/ui/words.tsx';
import type { Translate } from '#lib/languages/translate.ts';

/** A contact whom the person chose to message. No name: others may look at the phone. */
export type Contact = { mobile: string };

type TrustedContactProps = { contact: Contact; fix?: SoughtFix | undefined };

/** A message to the trusted contact, written already: a plain link, with no connection needed to open it. */
export function TrustedContactLink({ contact, fix }: TrustedContactProps) {
  const t = useWords();
  return (
    <a href={messageTo(contact, t, fix)} className={buttonLook('secondary')}>
      <MessageSquare aria-hidden="true" />
      <span>{t('contact.button')}</span>
    </a>
  );
}

/** A prefilled text message, with the position where one is known. */
export function messageTo({ mobile }: Contact, t: Translate, fix?: SoughtFix): string {
  const words = t('contact.text', { where: fix ? ` ${whereText(fix, t)}` : '' });
  // With both signs: iPhones read the part after the `&`, all others the one after the `?`.
  return `sms:${mobile}?&body=${encodeURIComponent(words)}`;
}

function whereText({ latitude, longitude, accuracy }: SoughtFix, t: Translate): string {
  const place = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  if (accuracy === null) return t('contact.near', { place });
  return t('contact.nearAbout', { place, metres: Math.round(accuracy) });
}
