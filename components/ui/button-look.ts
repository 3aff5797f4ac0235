import { classNames } from '#components/ui/class-names.ts';

export type ButtonTone = 'primary' | 'secondary' | 'quiet';
export type ButtonSize = 'regular' | 'large';

/** Shared by Button and links that look like one; the classes are in app/parts.css. */
export function buttonLook(tone: ButtonTone = 'primary', size: ButtonSize = 'regular', className?: string) {
  return classNames(`button button-${tone} button-${size}`, className);
}
