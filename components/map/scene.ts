import type { Place } from '#components/map/pin-model.ts';
import type { Polygon } from '#lib/coverage/schema.ts';

/** A place with something at it. */
export type Mark = {
  key: string;
  place: Place;
  /** How far off it may be, in metres. */
  accuracyM: number | null;
  /** One or two letters that tell it apart without its colour. */
  letter: string;
  /** Its colour: the name of a stage, or of a position. */
  tone: string;
  isTest: boolean;
  /** What it is, for who cannot see it. */
  label: string;
  /** Where it leads; null for one that leads nowhere. */
  href: string | null;
};

/** All that a map of callouts shows. */
export type Scene = {
  marks: readonly Mark[];
  /** A way, in its order. */
  trail: readonly Place[];
  /** Where AURA responds. */
  covered: readonly Polygon[];
};
