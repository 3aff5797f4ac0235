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
      className="nav-link"
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
