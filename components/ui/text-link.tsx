import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from '#components/ui/class-names.ts';

/** A link among words or in a cell: it must look like one without its colour, too. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      // Links come by the hundred, and no page of ours has a part that could be fetched ahead.
      prefetch={false}
      {...rest}
      className={classNames(
        'font-semibold text-accent underline underline-offset-4 hover:text-accent-strong',
        className,
      )}
    />
  );
}
