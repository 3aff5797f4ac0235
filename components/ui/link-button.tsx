import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonTone, buttonLook } from '#components/ui/button-look.ts';
import { classNames } from '#components/ui/class-names.ts';
import { LinkPending } from '#components/ui/link-pending.tsx';

type LinkButtonProps = ComponentProps<typeof Link> & { tone?: ButtonTone; size?: ButtonSize };

/** A link that looks like a button. */
export function LinkButton({ tone, size, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonLook(tone, size, classNames('relative', className))}>
      <span className="contents">{children}</span>
      <LinkPending />
    </Link>
  );
}
