import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Largest fitting unit, rounded down: "12 s ago". Future times count as now. */
export function ageText(ageMs: number, t: Translate = english): string {
  const whole = (unitMs: number) => ({ count: Math.floor(ageMs / unitMs) });
  if (ageMs < SECOND) return t('age.now');
  if (ageMs < MINUTE) return t('age.seconds', whole(SECOND));
  if (ageMs < HOUR) return t('age.minutes', whole(MINUTE));
  if (ageMs < 2 * DAY) return t('age.hours', whole(HOUR));
  return t('age.days', whole(DAY));
}
