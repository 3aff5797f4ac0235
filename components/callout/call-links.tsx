import { Phone } from 'lucide-react';
import { buttonLook } from '#components/ui/button-look.ts';
import { classNames } from '#components/ui/class-names.ts';

/** Whom the person may call: AURA's control room where its number is known, and the emergency numbers. */
export type Numbers = { controlRoom: string | null; emergency: readonly string[] };

type CallLinkProps = { number: string; words: string; isFirst?: boolean; className?: string };

/** A plain `tel:` link: works with no script and with no connection. */
export function CallLink({ number, words, isFirst = false, className }: CallLinkProps) {
  return (
    <a
      href={`tel:${number.replaceAll(' ', '')}`}
      className={buttonLook(isFirst ? 'primary' : 'secondary', 'regular', classNames('px-2!', className))}
    >
      <Phone aria-hidden="true" />
      <span>{words}</span>
    </a>
  );
}
