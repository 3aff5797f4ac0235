import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Asks a running app for each of its routes once. What a route needs is loaded with its first request, so a file that
// was left out of an image shows there, and only there.

type Manifest = { staticRoutes: { page: string }[]; dynamicRoutes: { page: string }[] };

const TIMEOUT_MS = 20_000;
const AT_ONCE = 4;

/** Routes of a build, with 1 for each parameter. */
export function routesOf(tree: string): string[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(tree, '.next', 'routes-manifest.json'), 'utf8'));
  return [...manifest.staticRoutes, ...manifest.dynamicRoutes]
    .map(({ page }) => page.replaceAll(/\[[^\]]+\]/g, '1'))
    .filter((page) => !page.startsWith('/_'));
}

/** A line for each route that broke; an answer of any other kind is one. */
export async function broken(url: string, routes: readonly string[]): Promise<string[]> {
  const left = [...routes];
  const problems: string[] = [];
  const askUntilEmpty = async () => {
    for (let route = left.shift(); route !== undefined; route = left.shift()) {
      const problem = await ask(url, route);
      if (problem) problems.push(problem);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askUntilEmpty));
  return problems;
}

async function ask(url: string, route: string): Promise<string | null> {
  try {
    const answer = await fetch(`${url}${route}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return answer.status === 500 ? `${route}: 500` : null;
  } catch (error) {
    return `${route}: ${error instanceof Error ? error.message : 'no answer'}`;
  }
}

/** Scripts and styles that a page names and the app does not give. */
export async function missingAssets(url: string, page: string): Promise<string[]> {
  const text = await (await fetch(`${url}${page}`)).text();
  const assets = [...text.matchAll(/(?:src|href)="(\/_next\/static\/[^"?]+)/g)].map(([, path]) => path ?? '');
  if (assets.length === 0) return [`${page} names no script`];
  const answers = await Promise.all(
    [...new Set(assets)].map(async (path) => ({ path, ok: (await fetch(url + path)).ok })),
  );
  return answers.filter(({ ok }) => !ok).map(({ path }) => `${path} is missing`);
}
