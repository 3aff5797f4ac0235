import { MessageSquare } from 'lucide-react';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import { buttonLook } from '#components/ui/button-look.ts';

/** A contact whom the person chose to message. */
export type Contact = { name: string; mobile: string };

type TrustedContactProps = { contact: Contact; fix?: SoughtFix | undefined };

/** A message to the trusted contact, written already: a plain link, with no connection needed to open it. */
export function TrustedContactLink({ contact, fix }: TrustedContactProps) {
  return (
    <a href={messageTo(contact, fix)} className={buttonLook('secondary')}>
      <MessageSquare aria-hidden="true" />
      <span>{`Message ${contact.name}`}</span>
    </a>
  );
}

/** A prefilled text message, with the position where one is known. */
export function messageTo({ mobile }: Contact, fix?: SoughtFix): string {
  const where = fix
    ? ` I am near ${fix.latitude.toFixed(5)}, ${fix.longitude.toFixed(5)}${fix.accuracy === null ? '' : `, to about ${Math.round(fix.accuracy)} m`}.`
    : '';
  const words = `I need help. I pressed my panic button.${where} Please call me, and call for help if I do not answer.`;
  // With both signs: iPhones read the part after the `&`, all others the one after the `?`.
  return `sms:${mobile}?&body=${encodeURIComponent(words)}`;
}
