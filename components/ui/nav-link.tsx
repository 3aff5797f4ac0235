'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { PageLink } from '#components/ui/page-link.tsx';

/** A navigation link, marked current on its page and below. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const pathname = usePathname();
  const isHere = pathname === href || pathname.startsWith(`${href}/`);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isHere && link.current) showInList(link.current);
  }, [isHere]);
  return (
    <PageLink
      showsPending
      ref={link}
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className="relative flex min-h-11 items-center gap-2 rounded-md px-1 font-medium min-[22.5rem]:px-2.5 sm:px-3.5 whitespace-nowrap text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-wash aria-[current=page]:font-semibold aria-[current=page]:text-accent-strong [&_svg]:size-5"
    >
      {children}
    </PageLink>
  );
}

/** Scrolls the overflowing navigation on phones, never the page. */
function showInList(link: HTMLElement): void {
  const list = link.closest('ul');
  if (list) list.scrollLeft = link.offsetLeft - (list.clientWidth - link.offsetWidth) / 2;
}
