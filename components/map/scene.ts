import type { Place } from '#components/map/pin-model.ts';
import type { Polygon } from '#lib/coverage/schema.ts';

export type Mark = {
  key: string;
  place: Place;
  /** Accuracy in metres. */
  accuracyM: number | null;
  /** One or two letters that identify it without its colour. */
  letter: string;
  /** Colour name: a stage or kind of position. */
  tone: string;
  isTest: boolean;
  /** Accessible name. */
  label: string;
  /** Null without a link. */
  href: string | null;
};

export type Scene = {
  marks: readonly Mark[];
  /** In chronological order. */
  trail: readonly Place[];
  covered: readonly Polygon[];
};
