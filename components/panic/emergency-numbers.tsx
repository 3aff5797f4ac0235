import { Phone } from 'lucide-react';
import { buttonLook } from '#components/ui/button-look.ts';
import { classNames } from '#components/ui/class-names.ts';
import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';

type EmergencyNumbersProps = {
  numbers: readonly string[];
  /** The number of AURA's control room, where it is known. */
  controlRoom?: string | null;
  /** `first` where calling is the best thing to do now, `beside` where it is one of the ways. */
  weight?: 'first' | 'beside';
  t?: Translate;
};

/** Numbers to call, as plain `tel:` links: they work with no script and with no connection. */
export function EmergencyNumbers(props: EmergencyNumbersProps) {
  const { numbers, controlRoom = null, weight = 'beside', t = english } = props;
  const [first, ...others] = numbers.map((number) => ({ number, words: t('call.number', { number }) }));
  // Beside the first, so that both are seen without scrolling.
  const room = controlRoom ? [{ number: controlRoom, words: t('call.room') }] : [];
  const all = [...(first ? [first] : []), ...room, ...others];
  if (all.length === 0) return <p>{t('call.none')}</p>;
  const isFirst = weight === 'first';
  return (
    <ul className={classNames('flex flex-wrap justify-center gap-2 sm:gap-3', isFirst && 'w-full')}>
      {all.map(({ number, words }, index) => (
        <li key={number} className={classNames(isFirst && 'min-w-[min(11rem,100%)] flex-1')}>
          <a
            href={`tel:${number.replaceAll(' ', '')}`}
            className={buttonLook(
              isFirst && index === 0 ? 'primary' : 'secondary',
              isFirst ? 'large' : 'regular',
              isFirst ? 'w-full' : undefined,
            )}
          >
            <Phone aria-hidden="true" />
            <span>{words}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
