import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from '#components/ui/class-names.ts';

/** An inline link, recognisable without colour. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      // Pages have hundreds of links, and none is statically prefetchable.
      prefetch={false}
      {...rest}
      className={classNames(
        'font-semibold text-accent underline underline-offset-4 hover:text-accent-strong',
        className,
      )}
    />
  );
}
