'use client';

import { useRouter } from 'next/navigation';
import { type ComponentProps, type MouseEvent, type ReactNode, useTransition } from 'react';

type PageLinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  href: string;
  /** In the place of this page in the history. */
  replace?: boolean;
  /** Whether the page that opens begins at its top. */
  scroll?: boolean;
  /** A bar at the foot of the link, which is `relative`, while a slow page is on its way. */
  showsPending?: boolean;
};

/**
 * A link to a page of ours, which opens without a load where scripts run. In place of `next/link`, which is 3 KB more on every
 * page for what it prefetches: nothing, as each page is made for the person who asks.
 */
export function PageLink({
  href,
  replace = false,
  scroll = true,
  showsPending = false,
  onClick,
  children,
  ...rest
}: PageLinkProps) {
  const router = useRouter();
  const [isPending, startOpening] = useTransition();
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !opensHere(event, href)) return;
    event.preventDefault();
    startOpening(() => (replace ? router.replace(href, { scroll }) : router.push(href, { scroll })));
  };
  return (
    <a {...rest} href={href} onClick={open}>
      {showsPending ? <WithBar isShown={isPending}>{children}</WithBar> : children}
    </a>
  );
}

function WithBar({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  return (
    <>
      <span className="contents">{children}</span>
      {isShown ? (
        <span
          aria-hidden="true"
          data-pending
          className="link-pending absolute inset-x-0 bottom-0 h-0.5 rounded-full bg-current"
        />
      ) : null}
    </>
  );
}

type Clicked = Pick<MouseEvent<HTMLAnchorElement>, 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'> & {
  currentTarget: { target: string; download: string };
};

/** Not in a new tab or as a download, and not another site, a telephone or a place on this page: the browser does those. */
export function opensHere(event: Clicked, href: string): boolean {
  const { metaKey, ctrlKey, shiftKey, altKey, currentTarget } = event;
  if (metaKey || ctrlKey || shiftKey || altKey) return false;
  if (currentTarget.target !== '' || currentTarget.download !== '') return false;
  return /^(\/(?!\/)|\?)/.test(href);
}
