export const invariants = [
  'durable',
  'once',
  'true',
  'taken back',
  'not early',
  'not late',
  'seen',
  'ends',
  'bounded',
] as const;
export type Invariant = (typeof invariants)[number];
