import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime.js';
import { type ComponentProps, createElement, type ReactNode } from 'react';

const noop = () => undefined;
const router = { back: noop, forward: noop, refresh: noop, push: noop, replace: noop, prefetch: noop };

/** With a router that leads nowhere, for components that are rendered without a page. */
export function inRouter(children: ReactNode) {
  // safe: what a page calls of the router, and nothing of it while it is rendered
  const value = router as unknown as ComponentProps<typeof AppRouterContext>['value'];
  return createElement(AppRouterContext, { value }, children);
}
