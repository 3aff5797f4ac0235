import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { LinkPending } from '#components/ui/link-pending.tsx';

/** A link among words or in a cell: it must look like one without its colour, too. */
export function TextLink({ className, children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        'relative font-semibold text-accent underline underline-offset-4 hover:text-accent-strong',
        className,
      )}
    >
      {children}
      <LinkPending />
    </Link>
  );
}
