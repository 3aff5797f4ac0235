import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonTone, buttonLook } from '#components/ui/button-look.ts';

type LinkButtonProps = ComponentProps<typeof Link> & { tone?: ButtonTone; size?: ButtonSize };

/** A link inside the app that carries the weight of a button. */
export function LinkButton({ tone, size, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonLook(tone, size, className)} />;
}
