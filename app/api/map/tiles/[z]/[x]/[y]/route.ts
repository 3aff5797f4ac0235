import { refuse } from '#lib/errors/result.ts';
import { readTile } from '#lib/geo/basemap/basemap.ts';
import { tileAddress } from '#lib/geo/basemap/model.ts';
import { openRoute } from '#lib/identity/route.ts';
import { problem } from '#lib/platform/http.ts';
import { describeError, log } from '#lib/platform/log.ts';

type Context = { params: Promise<unknown> };

const A_DAY = 'public, max-age=86400';

/** One tile of the deployment's own map; 204 where it is empty. */
export const GET = openRoute(async (request, context: Context) => {
  const address = tileAddress(await context.params);
  if (!address) return problem(request, refuse('map.no_tiles'));
  try {
    const tile = await readTile(address);
    if (!tile) return new Response(null, { status: 204, headers: { 'cache-control': A_DAY } });
    return new Response(tile.data, { headers: { 'content-type': tile.contentType, 'cache-control': A_DAY } });
  } catch (error) {
    log.warn({ error: describeError(error) }, 'a tile (MAP_PMTILES) was not read');
    return problem(request, refuse('server.unavailable'));
  }
});
