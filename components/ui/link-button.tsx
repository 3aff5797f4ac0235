import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonTone, buttonLook } from '#components/ui/button-look.ts';
import { classNames } from '#components/ui/class-names.ts';
import { PageLink } from '#components/ui/page-link.tsx';

type LinkButtonProps = ComponentProps<typeof PageLink> & { tone?: ButtonTone; size?: ButtonSize };

/** A link that looks like a button. */
export function LinkButton({ tone, size, className, children, ...rest }: LinkButtonProps) {
  return (
    <PageLink {...rest} showsPending className={buttonLook(tone, size, classNames('relative', className))}>
      {children}
    </PageLink>
  );
}
