import type { PositionPermission } from '#components/panic/position-permission.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import type { Device } from '#components/panic/ready/this-device.ts';
import { ageText } from '#components/ui/age-text.ts';
import { daysLeft } from '#lib/customers/subscriptions/model.ts';
import type { SubscriptionFacts } from '#lib/customers/subscriptions/schema.ts';
import type { Translate } from '#lib/languages/translate.ts';

// Whether a press from here would bring help, and what to do where it would not. Pure: the time is passed in.

/** `bad`: help may not come. `advice`: it would be better. `unknown`: not known, or not yet. */
export type ReadyState = 'good' | 'bad' | 'advice' | 'unknown';
export type ReadyRow = {
  key:
    | 'subscription'
    | 'connection'
    | 'position'
    | 'coverage'
    | 'mobile'
    | 'practice'
    | 'installed'
    | 'messages';
  state: ReadyState;
  /** Not made before they are shown. */
  words: () => string;
  /** What to do about it on this phone. */
  todo?: string;
  link?: { href: string; words: string };
};

export type ReadyFacts = {
  permission: PositionPermission;
  fix: SoughtFix | undefined;
  /** Whether there should be one by now. */
  isLate: boolean;
  hasSavedAddress: boolean;
  /** The time of a round trip; null without an answer, undefined before it. */
  answerMs: number | null | undefined;
  /** Null where no document of AURA's says so. */
  isCovered: boolean | null | undefined;
  /** AURA's name of the chosen kind of help. */
  help: string | null;
  subscription: Pick<SubscriptionFacts, 'standing' | 'validTo'> | null;
  maskedMobile: string | null;
  practisedAt: string | null;
  isInstalled: boolean;
  /** Whether this browser shows messages while the page is closed; undefined before it has told. */
  getsPushes: boolean | undefined;
  device: Device;
  /** Whether a press can be sent by text message. */
  mayText: boolean;
  /** The first number to call. */
  number: string;
};

/** From this on a position names an area, not a place. */
const AREA_M = 1_000;
const SOON_DAYS = 14;
const PRACTISE_AGAIN_MS = 180 * 86_400_000;

/** Every row, in the order in which it decides whether help comes. */
export function readyRows(facts: ReadyFacts, at: Date, t: Translate): ReadyRow[] {
  return [
    subscriptionRow(facts, at, t),
    connectionRow(facts, t),
    positionRow(facts, t),
    coverageRow(facts, t),
    ...(facts.maskedMobile ? [mobileRow(facts.maskedMobile, t)] : []),
    practiceRow(facts, at, t),
    installedRow(facts, t),
    ...(facts.getsPushes === undefined ? [] : [messagesRow(facts.getsPushes, t)]),
  ];
}

/** The one line: the worst first; what would only be better does not make it worse. */
export function readyLine(rows: readonly ReadyRow[], t: Translate): { state: ReadyState; words: string } {
  const bad = rows.filter(({ state }) => state === 'bad');
  const [worst] = bad;
  if (worst) {
    const words = worst.words();
    const count = bad.length - 1;
    return { state: 'bad', words: count > 0 ? t('ready.more', { worst: words, count }) : words };
  }
  const isOpen = rows.some(({ key, state }) => state === 'unknown' && key !== 'coverage');
  if (isOpen) return { state: 'unknown', words: t('ready.checking') };
  const location = rows.find(({ key }) => key === 'position')?.words() ?? '';
  return { state: 'good', words: t('ready.ready', { location }) };
}

function subscriptionRow({ subscription, number }: ReadyFacts, at: Date, t: Translate): ReadyRow {
  const key = 'subscription';
  if (!subscription) return { key, state: 'unknown', words: () => t('ready.subscription.unknown') };
  const { standing, validTo } = subscription;
  const isOver = standing === 'active' && at.getTime() > Date.parse(validTo);
  const renew = t('ready.renew');
  if (standing !== 'active' || isOver) {
    const words = () => t(standing === 'not_yet' ? 'ready.subscription.notYet' : 'ready.subscription.none');
    return { key, state: 'bad', words, todo: t('ready.subscription.todo', { renew, number }) };
  }
  const days = daysLeft(validTo, at);
  const words = () => t('ready.subscription.left', { days });
  return days <= SOON_DAYS ? { key, state: 'advice', words, todo: renew } : { key, state: 'good', words };
}

function connectionRow({ answerMs, mayText, number }: ReadyFacts, t: Translate): ReadyRow {
  const key = 'connection';
  if (answerMs === undefined) return { key, state: 'unknown', words: () => t('ready.internet.checking') };
  if (answerMs !== null) {
    const words = () => t('ready.internet.works', { seconds: t.number(answerMs / 1_000, 1) });
    return { key, state: 'good', words };
  }
  const todo = mayText ? t('ready.internet.text') : t('ready.internet.call', { number });
  return { key, state: 'bad', words: () => t('ready.internet.none'), todo };
}

function positionRow(facts: ReadyFacts, t: Translate): ReadyRow {
  const { permission, fix, isLate, hasSavedAddress, device } = facts;
  const key = 'position';
  const withInstead = (todo: string) => (hasSavedAddress ? `${todo} ${t('ready.location.saved')}` : todo);
  const bad = (words: string, todo: string): ReadyRow => ({ key, state: 'bad', words: () => words, todo });
  if (permission === 'denied') {
    return bad(t('ready.location.off'), withInstead(t(`ready.location.${device}`)));
  }
  if (fix) return fixRow(fix, t);
  if (permission === 'granted' && isLate) {
    return bad(t('ready.location.late'), withInstead(t('ready.location.lateTodo')));
  }
  if (permission === 'granted') return { key, state: 'unknown', words: () => t('ready.location.looking') };
  if (permission === 'unknown') return { key, state: 'unknown', words: () => t('ready.location.checking') };
  return bad(t('ready.location.notYet'), withInstead(t('ready.location.allow')));
}

function fixRow({ accuracy }: SoughtFix, t: Translate): ReadyRow {
  const key = 'position';
  if (accuracy === null) return { key, state: 'good', words: () => t('ready.location.found') };
  if (accuracy <= AREA_M) {
    return { key, state: 'good', words: () => t('ready.location.within', { metres: Math.round(accuracy) }) };
  }
  const words = () => t('ready.location.area', { km: Math.round(accuracy / 1_000) });
  return { key, state: 'bad', words, todo: t('ready.location.precise') };
}

function coverageRow({ fix, isCovered, help: chosen, number }: ReadyFacts, t: Translate): ReadyRow {
  const key = 'coverage';
  const help = chosen ?? t('ready.area.help');
  if (isCovered === true) return { key, state: 'good', words: () => t('ready.area.inside', { help }) };
  if (isCovered === false) {
    const todo = t('ready.area.outsideTodo', { number });
    return { key, state: 'bad', words: () => t('ready.area.outside', { help }), todo };
  }
  const unknown = t('ready.area.unknown', { help });
  const words = () => (fix ? unknown : `${unknown} ${t('ready.area.needsLocation')}`);
  return { key, state: 'unknown', words };
}

function mobileRow(mobile: string, t: Translate): ReadyRow {
  return { key: 'mobile', state: 'good', words: () => t('ready.mobile', { mobile }) };
}

function practiceRow({ practisedAt }: ReadyFacts, at: Date, t: Translate): ReadyRow {
  const key = 'practice';
  const link = { href: '/practice', words: t('ready.practise') };
  if (practisedAt === null) return { key, state: 'advice', words: () => t('ready.practice.never'), link };
  const ageMs = at.getTime() - Date.parse(practisedAt);
  const words = () => t('ready.practice.last', { age: ageText(ageMs, t) });
  return ageMs > PRACTISE_AGAIN_MS ? { key, state: 'advice', words, link } : { key, state: 'good', words };
}

function installedRow({ isInstalled, device }: ReadyFacts, t: Translate): ReadyRow {
  const key = 'installed';
  if (isInstalled) return { key, state: 'good', words: () => t('ready.installed') };
  return { key, state: 'advice', words: () => t('ready.install'), todo: t(`ready.install.${device}`) };
}

function messagesRow(getsPushes: boolean, t: Translate): ReadyRow {
  const key = 'messages';
  if (getsPushes) return { key, state: 'good', words: () => t('ready.messages.on') };
  const link = { href: '/profile#messages', words: t('ready.messages.set') };
  return { key, state: 'advice', words: () => t('ready.messages.off'), link };
}
