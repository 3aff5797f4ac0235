import * as z from 'zod/mini';

/** GeoJSON order: longitude first. */
const pointSchema = z.tuple([z.number(), z.number()]);
const ringSchema = z.array(pointSchema);
/** The outer ring, then its holes. */
const polygonSchema = z.array(ringSchema);
export type Ring = z.output<typeof ringSchema>;
export type Polygon = z.output<typeof polygonSchema>;

/** A kind of help, by AURA's id and words. */
export const responseTypeSchema = z.object({
  id: z.int(),
  value: z.string(),
  description: z.nullable(z.string()),
});
export type ResponseType = z.output<typeof responseTypeSchema>;

/** What a person chooses from, as AURA lists them. */
export type HelpTypes = {
  types: ResponseType[];
  /** The one that is asked for when nothing is chosen; null where AURA lists none. */
  standardId: number | null;
};

/** Null: not known. */
export type CoveredHere = { isCovered: boolean | null };

export const coverageAreaSchema = z.object({
  responseTypeId: z.int(),
  name: z.nullable(z.string()),
  /** When it was fetched. */
  asOf: z.iso.datetime(),
  polygons: z.array(polygonSchema),
});
export type CoverageArea = z.output<typeof coverageAreaSchema>;

export const coverageSchema = z.object({
  servedAt: z.iso.datetime(),
  areas: z.array(coverageAreaSchema),
});
export type Coverage = z.output<typeof coverageSchema>;

export const coveredSchema = z.object({
  isCovered: z.boolean(),
  areas: z.array(z.string()),
  /** When the oldest of them was fetched. */
  asOf: z.iso.datetime(),
});
export type Covered = z.output<typeof coveredSchema>;
