import { refuse } from '#lib/errors/result.ts';
import { readBasemapStyle } from '#lib/geo/basemap/basemap.ts';
import { themes } from '#lib/geo/basemap/model.ts';
import { openRoute } from '#lib/identity/route.ts';
import { json, problem } from '#lib/platform/http.ts';
import { describeError, log } from '#lib/platform/log.ts';

export const dynamic = 'force-dynamic';

/** The style of the deployment's own tiles. The map draws outlines where it is refused. */
export const GET = openRoute(async (request) => {
  const asked = new URL(request.url).searchParams.get('theme');
  const theme = themes.find((name) => name === asked) ?? 'light';
  try {
    const style = await readBasemapStyle(theme);
    return style ? json(style) : problem(request, refuse('map.no_tiles'));
  } catch (error) {
    log.error({ error: describeError(error) }, 'the tile file (MAP_PMTILES) cannot be drawn');
    return problem(request, refuse('server.unavailable'));
  }
});
