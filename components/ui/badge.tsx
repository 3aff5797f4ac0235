import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

export type BadgeTone = 'neutral' | 'accent' | 'good' | 'attention';

const TONES: Record<BadgeTone, string> = {
  neutral: 'border-line bg-sunken text-ink',
  accent: 'border-accent bg-accent-wash text-accent-strong',
  good: 'border-good-line bg-good-wash text-good-ink',
  attention: 'border-alert-line bg-alert-wash text-alert-ink',
};

/** The text carries the meaning; colour only supports it. */
export function Badge({ children, tone = 'neutral' }: { children: ReactNode; tone?: BadgeTone }) {
  return <span className={classNames('badge', TONES[tone])}>{children}</span>;
}
