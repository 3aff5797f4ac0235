import 'server-only';
import { eq, notInArray } from 'drizzle-orm';
import { readKml, UnreadableKml } from '#lib/coverage/kml-model.ts';
import type { CoverageArea } from '#lib/coverage/schema.ts';
import { coverage } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';
import { onceGlobally } from '#lib/platform/once-globally.ts';

/** When AURA told what is kept, by response type. */
export async function listFetched(): Promise<Map<number, Date>> {
  const rows = await database()
    .select({ id: coverage.responseTypeId, fetchedAt: coverage.fetchedAt })
    .from(coverage);
  return new Map(rows.map(({ id, fetchedAt }) => [id, fetchedAt]));
}

export async function keepCoverage(responseTypeId: number, kml: string, fetchedAt: Date): Promise<void> {
  await database()
    .insert(coverage)
    .values({ responseTypeId, kml, fetchedAt })
    .onConflictDoUpdate({ target: coverage.responseTypeId, set: { kml, fetchedAt } });
}

/** Forgets the documents of kinds of help that AURA does not offer any more. */
export async function keepOnly(responseTypeIds: readonly number[]): Promise<void> {
  if (responseTypeIds.length === 0) return;
  await database()
    .delete(coverage)
    .where(notInArray(coverage.responseTypeId, [...responseTypeIds]));
}

type Kept = { fetchedAt: number; area: CoverageArea | null };

/** All that AURA told, read anew only when it told something else since. */
export async function listAreas(): Promise<CoverageArea[]> {
  const kept = onceGlobally('coverage-areas', () => new Map<number, Kept>());
  const fetched = await listFetched();
  for (const [id, at] of fetched) {
    if (kept.get(id)?.fetchedAt !== at.getTime()) kept.set(id, await readArea(id, at));
  }
  for (const id of kept.keys()) if (!fetched.has(id)) kept.delete(id);
  return [...kept.values()]
    .flatMap(({ area }) => area ?? [])
    .toSorted((one, other) => one.responseTypeId - other.responseTypeId);
}

async function readArea(responseTypeId: number, at: Date): Promise<Kept> {
  const [row] = await database().select().from(coverage).where(eq(coverage.responseTypeId, responseTypeId));
  if (!row) return { fetchedAt: at.getTime(), area: null };
  return { fetchedAt: row.fetchedAt.getTime(), area: areaIn(row) };
}

function areaIn({ responseTypeId, kml, fetchedAt }: typeof coverage.$inferSelect): CoverageArea | null {
  try {
    return { responseTypeId, ...readKml(kml), asOf: fetchedAt.toISOString() };
  } catch (error) {
    // Kept by a build that could read it: this one says nothing of that area.
    if (error instanceof UnreadableKml) return null;
    throw error;
  }
}
