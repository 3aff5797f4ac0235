import { named } from '#lib/languages/brand-name.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { isLanguage, type Language } from '#lib/languages/languages.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import type { ContactTextProblem } from '#lib/vocabulary.ts';

// The text that a trusted contact gets: whether, and in which words. Pure; time is passed in.

/** Older than this, whoever called for help has been helped, or the contact would come too late. */
const LIFE_MS = 30 * 60_000;
const BACKOFF = { firstMs: 5_000, longestMs: 120_000 };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** By the keys of {@link limitsOf}: of one person to one number, and to one number by whomever. */
export function limitsOf(keys: { pair: string; number: string }) {
  return [
    { key: keys.pair, max: 3, windowMs: HOUR_MS },
    { key: keys.pair, max: 6, windowMs: DAY_MS },
    { key: keys.number, max: 30, windowMs: DAY_MS },
  ];
}

export type ContactTextFacts = {
  ageMs: number;
  /** Nobody is to come any more. */
  isOver: boolean;
  /** *I am safe* was said: a text from then on would tell whether the code was right. */
  isSaidSafe: boolean;
  /** Null: not a contact any more, not to be texted any more, or not to be opened. */
  mobile: string | null;
  ownMobile: string;
};

/** Why a text is not sent; null: it is. A silent press changes nothing: no sound comes from the person's own phone. */
export function problemOf(facts: ContactTextFacts): Exclude<ContactTextProblem, 'limited'> | null {
  if (facts.mobile === null) return 'removed';
  if (facts.isSaidSafe) return 'safe';
  if (facts.isOver) return 'ended';
  if (facts.mobile === facts.ownMobile) return 'own';
  return facts.ageMs >= LIFE_MS ? 'late' : null;
}

export function retryMs(attempts: number, random: number): number {
  return backoffMs(attempts, random, BACKOFF);
}

/** English where the person's language is not known. */
export function textLanguage(kept: string | null): Language {
  return kept !== null && isLanguage(kept) ? kept : 'en';
}

// GSM 03.38: what a text of 160 characters can hold. Those of the extension take two places.
const BASIC =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/u;
const EXTENSION = /[\^{}\\[~\]|€]/gu;

/** How many messages a text is on its way: one outside of GSM's alphabet has 70 characters, 67 where there are several. */
export function segmentsOf(text: string): number {
  const isBasic = BASIC.test(text);
  const places = text.length + (isBasic ? (text.match(EXTENSION)?.length ?? 0) : 0);
  const [single, joined] = isBasic ? [160, 153] : [70, 67];
  return places <= single ? 1 : Math.ceil(places / joined);
}

const NAME_AT_MOST = 20;
const ISOLATE = ['\u2068', '\u2069'] as const;

type Told = {
  name: string;
  latinName: string | null;
  language: Language;
  link: string;
  brandName: string;
};

/**
 * Who called for help, that the control room has it, and where to follow it; no place and no number. It asks the contact
 * not to phone, as a sound may give away somebody who hides.
 */
export function contactTextOf({ name, latinName, language, link, brandName }: Told): string {
  const t = translateInto(language);
  const words = (called: string) => `${named(t('told.alarm', { name: called }), brandName)} ${link}`;
  // One letter outside of GSM's alphabet makes every letter of the text twice as long.
  const plain = [name, withoutMarks(name), latinName ?? '']
    .map(firstOf)
    .find((each) => each && BASIC.test(each));
  if (plain) return words(plain);
  const first = firstOf(name);
  return words(language === 'ar' ? first : ISOLATE.join(first));
}

function firstOf(name: string): string {
  return [...(name.trim().split(/\s/)[0] ?? '')].slice(0, NAME_AT_MOST).join('');
}

function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '');
}
