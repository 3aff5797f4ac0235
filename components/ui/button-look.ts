import { classNames } from '#components/ui/class-names.ts';

export type ButtonTone = 'primary' | 'secondary' | 'quiet';
export type ButtonSize = 'regular' | 'large';

const TONES: Record<ButtonTone, string> = {
  primary: 'border-transparent bg-accent text-accent-ink shadow-sm hover:bg-accent-strong',
  secondary: 'border-control bg-surface text-ink shadow-sm hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-accent underline underline-offset-4 hover:bg-accent-wash',
};

const SIZES: Record<ButtonSize, string> = {
  regular: 'min-h-11 px-4 py-2 text-base',
  large: 'min-h-14 px-6 py-3 text-lg',
};

/** Shared by Button and LinkButton. */
export function buttonLook(tone: ButtonTone = 'primary', size: ButtonSize = 'regular', className?: string) {
  return classNames('button', TONES[tone], SIZES[size], className);
}
