import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routesIn } from '#lib/platform/route-names.ts';

const manifest = {
  staticRoutes: [{ page: '/' }, { page: '/panic' }, { page: '/api/callouts/open' }],
  dynamicRoutes: [
    { page: '/api/callouts/[calloutId]', regex: '^/api/callouts/([^/]+?)(?:/)?$' },
    { page: '/follow/[token]', regex: '^/follow/([^/]+?)(?:/)?$' },
  ],
};
const routeOf = routesIn(JSON.stringify(manifest));

test.each([
  ['/', '/'],
  ['/panic?from=secret', '/panic'],
  ['/api/callouts/open', '/api/callouts/open'],
  ['/api/callouts/4711', '/api/callouts/[calloutId]'],
  ['/follow/bearer-secret?x=1', '/follow/[token]'],
  ['/_next/static/chunks/1.js', 'assets'],
  ['/wp-login.php', 'other'],
  ['', 'other'],
])('%s is %s', (path, route) => expect(routeOf(path)).toBe(route));

test('whatever is asked for, the name is one of few', () => {
  const names = [...manifest.staticRoutes, ...manifest.dynamicRoutes].map(({ page }) => page);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webPath()), (path) => {
      expect([...names, 'assets', 'other']).toContain(routeOf(path));
    }),
  );
});

test('without a build every path is another', () => expect(routesIn(null)('/panic')).toBe('other'));
