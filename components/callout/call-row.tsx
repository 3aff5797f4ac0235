import type { ReactNode } from 'react';
import { CallLink, type Numbers } from '#components/callout/call-links.tsx';
import { useWords } from '#components/ui/words.tsx';

type CallRowProps = {
  numbers: Numbers;
  /** The emergency number stands elsewhere, first. */
  isCalledAbove: boolean;
  children: ReactNode;
};

/** Whom to call, then what else can be done. */
export function CallRow({ numbers: { controlRoom, emergency }, isCalledAbove, children }: CallRowProps) {
  const t = useWords();
  const first = isCalledAbove ? undefined : emergency[0];
  return (
    <div className="grid grid-cols-2 gap-2">
      {controlRoom ? <CallLink number={controlRoom} words={t('call.room')} /> : null}
      {first === undefined ? null : <CallLink number={first} words={t('call.number', { number: first })} />}
      {children}
    </div>
  );
}
