import type { ReactNode } from 'react';
import { Brand } from '#components/ui/brand.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { NavLink } from '#components/ui/nav-link.tsx';
import { PageLink } from '#components/ui/page-link.tsx';
import { MAIN_ID } from '#components/ui/skip-link.tsx';
import { english } from '#lib/languages/english.ts';

export type NavItem = { href: string; label: string; icon?: ReactNode };

type AppShellProps = {
  children: ReactNode;
  /** `column` for text and forms; `wide` for tables and maps; `dense` where the first screen has to hold much. */
  layout?: 'column' | 'wide' | 'dense';
  brandHref?: string;
  nav?: readonly NavItem[];
  navName?: string;
  /** End of the header: user and sign-out. */
  aside?: ReactNode;
  /** Above everything else, on every page. */
  notice?: ReactNode;
  footer?: ReactNode;
  /** Everything above and around the page as small as it can be on a phone. */
  isSlim?: boolean;
};

export function AppShell({
  children,
  layout = 'column',
  brandHref = '/',
  nav = [],
  navName = english('nav.main'),
  aside,
  notice,
  footer,
  isSlim = false,
}: AppShellProps) {
  const width = layout === 'column' ? 'max-w-5xl' : 'max-w-[120rem]';
  return (
    <div className="flex min-h-dvh flex-col">
      {notice}
      <header data-screen-only className="border-b border-line bg-surface">
        <div
          className={classNames(
            'mx-auto flex items-center justify-between px-4 sm:px-6',
            isSlim ? 'gap-x-2 lg:gap-x-6' : 'flex-wrap gap-x-6',
            isSlim || layout === 'dense' ? '' : 'py-2',
            width,
          )}
        >
          <PageLink href={brandHref} className="-ms-1 flex min-h-11 items-center rounded-md px-1">
            <Brand isMarkOnly={isSlim} />
          </PageLink>
          {nav.length > 0 ? <Nav items={nav} name={navName} isSlim={isSlim} /> : null}
          {aside ? <div className="flex items-center gap-3">{aside}</div> : null}
        </div>
      </header>
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className={classNames(
          'mx-auto grid w-full flex-1 grid-cols-1 content-start px-4 sm:px-6',
          layout === 'dense' && 'gap-6 py-3',
          layout !== 'dense' && (isSlim ? 'gap-3 py-3 sm:gap-6 sm:py-6' : 'gap-8 py-8 sm:py-12'),
          width,
        )}
      >
        {children}
      </main>
      {footer ? (
        <footer className="border-t border-line">
          <div className={classNames('mx-auto px-4 py-6 text-sm text-ink-soft sm:px-6', width)}>{footer}</div>
        </footer>
      ) : null}
    </div>
  );
}

function Nav({ items, name, isSlim }: { items: readonly NavItem[]; name: string; isSlim: boolean }) {
  return (
    <nav
      aria-label={name}
      className={
        isSlim ? 'min-w-0 lg:flex-1' : 'order-last min-w-0 basis-full lg:order-none lg:flex-1 lg:basis-auto'
      }
    >
      <ul
        className={classNames(
          'relative flex overflow-x-auto',
          isSlim ? 'scroll-ps-24 py-0.5' : '-mx-2 gap-1 px-2 py-1.5',
        )}
      >
        {items.map((item) => (
          // In a long language the list scrolls: the way to the button stays.
          <li
            key={item.href}
            className={isSlim ? 'first:sticky first:start-0 first:z-10 first:bg-surface' : undefined}
          >
            <NavLink href={item.href}>
              {item.icon ? <span aria-hidden="true">{item.icon}</span> : null}
              <span>{item.label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
