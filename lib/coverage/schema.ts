import { z } from 'zod';

// Where AURA says that it responds: a document of polygons for each kind of help.

/** Degrees, longitude first, as maps of the web have it. */
const pointSchema = z.tuple([z.number(), z.number()]);
const ringSchema = z.array(pointSchema);
/** The outer ring, then the holes in it. */
const polygonSchema = z.array(ringSchema);
export type Ring = z.output<typeof ringSchema>;
export type Polygon = z.output<typeof polygonSchema>;

export const coverageAreaSchema = z.object({
  responseTypeId: z.number().int(),
  /** What AURA's document calls itself; null when it has no name. */
  name: z.string().nullable(),
  /** When AURA told it. */
  asOf: z.iso.datetime(),
  polygons: z.array(polygonSchema),
});
export type CoverageArea = z.output<typeof coverageAreaSchema>;

export const coverageSchema = z.object({
  servedAt: z.iso.datetime(),
  areas: z.array(coverageAreaSchema),
});
export type Coverage = z.output<typeof coverageSchema>;

/** Whether a position lies where AURA responds, by which document and of when. */
export const coveredSchema = z.object({
  isCovered: z.boolean(),
  /** Names of the documents that were looked at. */
  areas: z.array(z.string()),
  /** When AURA told the oldest of them. */
  asOf: z.iso.datetime(),
});
export type Covered = z.output<typeof coveredSchema>;
