import 'server-only';
import { asc, eq, notInArray } from 'drizzle-orm';
import { UnreadableKml } from '#lib/coverage/kml-model.ts';
import { readKmlAside } from '#lib/coverage/read-kml.ts';
import type { CoverageArea, ResponseType } from '#lib/coverage/schema.ts';
import { coverage, responseType } from '#lib/db/console-tables.ts';
import { database, transaction } from '#lib/db/database.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

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

export async function keepOnly(responseTypeIds: readonly number[]): Promise<void> {
  if (responseTypeIds.length === 0) return;
  await database()
    .delete(coverage)
    .where(notInArray(coverage.responseTypeId, [...responseTypeIds]));
}

/** Replaces the stored list by AURA's present one; an empty one is a fault of AURA's, and changes nothing. */
export async function keepResponseTypes(types: readonly ResponseType[]): Promise<void> {
  if (types.length === 0) return;
  await transaction(async (tx) => {
    await tx.delete(responseType);
    await tx
      .insert(responseType)
      .values(types.map(({ id, value, description }, position) => ({ id, value, description, position })))
      .onConflictDoNothing();
  });
}

export function listResponseTypes(): Promise<ResponseType[]> {
  return database()
    .select({ id: responseType.id, value: responseType.value, description: responseType.description })
    .from(responseType)
    .orderBy(asc(responseType.position));
}

type Kept = { fetchedAt: number; area: Promise<CoverageArea | null> };

/** All documents, cached in memory until one changes; single flight. */
export async function listAreas(): Promise<CoverageArea[]> {
  const kept = processSingleton('coverage-areas', () => new Map<number, Kept>());
  const fetched = await listFetched();
  for (const id of kept.keys()) if (!fetched.has(id)) kept.delete(id);
  const areas: CoverageArea[] = [];
  for (const [id, at] of [...fetched].toSorted(([one], [other]) => one - other)) {
    const known = kept.get(id);
    const entry = known?.fetchedAt === at.getTime() ? known : { fetchedAt: at.getTime(), area: readArea(id) };
    kept.set(id, entry);
    try {
      const area = await entry.area;
      if (area) areas.push(area);
    } catch (error) {
      if (kept.get(id) === entry) kept.delete(id);
      throw error;
    }
  }
  return areas;
}

async function readArea(responseTypeId: number): Promise<CoverageArea | null> {
  const [row] = await database().select().from(coverage).where(eq(coverage.responseTypeId, responseTypeId));
  return row ? areaIn(row) : null;
}

async function areaIn(row: typeof coverage.$inferSelect): Promise<CoverageArea | null> {
  const { responseTypeId, kml, fetchedAt } = row;
  try {
    return { responseTypeId, ...(await readKmlAside(kml)), asOf: fetchedAt.toISOString() };
  } catch (error) {
    // A newer build could read it; this one leaves the area out.
    if (error instanceof UnreadableKml) return null;
    throw error;
  }
}
