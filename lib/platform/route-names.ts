import { z } from 'zod';

// The name of the route behind a path, for logs and metrics: a path carries ids.

export type RouteOf = (path: string) => string;

const OTHER = 'other';
const ASSETS = 'assets';

const manifestSchema = z.object({
  staticRoutes: z.array(z.object({ page: z.string() })),
  dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
});

/** From Next's `routes-manifest.json`; without one each path is *other*. Gives no name that is not in it. */
export function routesIn(manifest: string | null): RouteOf {
  const routes = manifest === null ? null : manifestSchema.parse(JSON.parse(manifest));
  const fixed = new Set(routes?.staticRoutes.map(({ page }) => page));
  const patterns = (routes?.dynamicRoutes ?? []).map(({ page, regex }) => ({
    page,
    regex: new RegExp(regex),
  }));
  return (path) => {
    const asked = path.split('?', 1)[0] ?? '';
    if (asked.startsWith('/_next/')) return ASSETS;
    if (fixed.has(asked)) return asked;
    return patterns.find(({ regex }) => regex.test(asked))?.page ?? OTHER;
  };
}
