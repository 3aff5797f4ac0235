import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

export type BadgeTone = 'neutral' | 'accent' | 'good' | 'attention';

const TONES: Record<BadgeTone, string> = {
  neutral: 'border-line bg-sunken text-ink',
  accent: 'border-accent bg-accent-wash text-accent-strong',
  good: 'border-good-line bg-good-wash text-good-ink',
  attention: 'border-alert-line bg-alert-wash text-alert-ink',
};

/** A word about a thing. The word carries the meaning; the colour only helps. */
export function Badge({ children, tone = 'neutral' }: { children: ReactNode; tone?: BadgeTone }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-sm font-semibold wrap-break-word @3xl:whitespace-nowrap [&_svg]:size-4',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
