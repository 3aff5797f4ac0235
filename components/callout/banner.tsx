import type { ReactNode } from 'react';
import type { Tone } from '#components/callout/person-words.ts';
import { classNames } from '#components/ui/class-names.ts';

const TONES: Record<Tone, string> = {
  sent: 'border-accent bg-accent-wash text-ink',
  good: 'border-good-line bg-good-wash text-good-ink',
  ended: 'border-control bg-surface text-ink',
  bad: 'border-transparent bg-panic text-panic-ink',
};

type BannerProps = {
  tone: Tone;
  icon: ReactNode;
  /** What is happening, one sentence. */
  children: ReactNode;
  /** Bad news before the sentence, announced at once. */
  alarm?: ReactNode;
  /** What may tick or be pressed, outside of what is announced. */
  aside?: ReactNode;
};

/** What is happening now, in one sentence and one colour. */
export function Banner({ tone, icon, children, alarm, aside }: BannerProps) {
  return (
    <div className={classNames('grid gap-2 rounded-md border-2 border-l-8 px-4 py-3', TONES[tone])}>
      {alarm}
      <div className="flex items-center gap-3 [&_svg]:size-7 [&_svg]:shrink-0">
        <span aria-hidden="true">{icon}</span>
        <p role="status" className={classNames('min-w-0 font-bold', alarm ? 'text-base' : 'text-lg')}>
          {children}
        </p>
      </div>
      {aside}
    </div>
  );
}
