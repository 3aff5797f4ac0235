import type { PositionPermission } from '#components/panic/position-permission.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import type { Device } from '#components/panic/ready/this-device.ts';
import { ageText } from '#components/ui/age-text.ts';
import { daysLeft } from '#lib/customers/subscriptions/model.ts';
import type { SubscriptionFacts } from '#lib/customers/subscriptions/schema.ts';

// Whether a press from here would bring help, and what to do where it would not. Pure: the time is passed in.

/** `bad`: help may not come. `advice`: it would be better. `unknown`: not known, or not yet. */
export type ReadyState = 'good' | 'bad' | 'advice' | 'unknown';
export type ReadyRow = {
  key: 'subscription' | 'connection' | 'position' | 'coverage' | 'mobile' | 'practice' | 'installed';
  state: ReadyState;
  words: string;
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
const RENEW = 'Ask the people who gave you Vigil to renew it.';

/** Every row, in the order in which it decides whether help comes. */
export function readyRows(facts: ReadyFacts, at: Date): ReadyRow[] {
  return [
    subscriptionRow(facts, at),
    connectionRow(facts),
    positionRow(facts),
    coverageRow(facts),
    ...(facts.maskedMobile ? [mobileRow(facts.maskedMobile)] : []),
    practiceRow(facts, at),
    installedRow(facts),
  ];
}

/** The one line: the worst first; what would only be better does not make it worse. */
export function readyLine(rows: readonly ReadyRow[]): { state: ReadyState; words: string } {
  const bad = rows.filter(({ state }) => state === 'bad');
  const [worst] = bad;
  if (worst) {
    const more = bad.length > 1 ? ` (and ${bad.length - 1} more)` : '';
    return { state: 'bad', words: `${worst.words}${more}` };
  }
  const isOpen = rows.some(({ key, state }) => state === 'unknown' && key !== 'coverage');
  if (isOpen) return { state: 'unknown', words: 'Checking if you are ready…' };
  const position = rows.find(({ key }) => key === 'position');
  return { state: 'good', words: `Ready · ${position?.words ?? ''}` };
}

function subscriptionRow({ subscription, number }: ReadyFacts, at: Date): ReadyRow {
  const key = 'subscription';
  if (!subscription) return { key, state: 'unknown', words: 'We do not know your subscription now.' };
  const { standing, validTo } = subscription;
  const isOver = standing === 'active' && at.getTime() > Date.parse(validTo);
  if (standing !== 'active' || isOver) {
    const words =
      standing === 'not_yet' ? 'Your subscription has not started.' : 'You have no subscription now.';
    return { key, state: 'bad', words, todo: `Help may not come. ${RENEW} Until then call ${number}.` };
  }
  const days = daysLeft(validTo, at);
  const words = `Subscription: ${days === 1 ? '1 day' : `${days} days`} left`;
  return days <= SOON_DAYS ? { key, state: 'advice', words, todo: RENEW } : { key, state: 'good', words };
}

function connectionRow({ answerMs, mayText, number }: ReadyFacts): ReadyRow {
  const key = 'connection';
  if (answerMs === undefined) return { key, state: 'unknown', words: 'Checking the internet…' };
  if (answerMs !== null) {
    return { key, state: 'good', words: `Internet works: answer in ${(answerMs / 1_000).toFixed(1)} s` };
  }
  const todo = mayText
    ? 'You can press: we make a text message for you to send.'
    : `Call ${number} if you need help now.`;
  return { key, state: 'bad', words: 'No internet', todo };
}

const LOCATION_SETTINGS: Record<Device, string> = {
  ios: 'Open Settings, then Privacy, then Location Services. Allow it for your browser.',
  android: 'Tap the sign beside the web address, then Permissions. Turn on Location.',
  other: 'Click the sign beside the web address. Allow location.',
};

function positionRow({ permission, fix, isLate, hasSavedAddress, device }: ReadyFacts): ReadyRow {
  const key = 'position';
  const instead = hasSavedAddress ? ' Without it, help goes to your saved address.' : '';
  if (permission === 'denied') {
    return { key, state: 'bad', words: 'Location is off', todo: `${LOCATION_SETTINGS[device]}${instead}` };
  }
  if (!fix) {
    if (permission === 'granted' && isLate) {
      const todo = `Turn on location. Go to a window or outside.${instead}`;
      return { key, state: 'bad', words: 'Your phone does not find where it is', todo };
    }
    if (permission === 'granted') return { key, state: 'unknown', words: 'Looking for your location…' };
    if (permission === 'unknown') return { key, state: 'unknown', words: 'Checking your location…' };
    return {
      key,
      state: 'bad',
      words: 'Location is not allowed yet',
      todo: `Tap “Allow location” on this page.${instead}`,
    };
  }
  if (fix.accuracy === null) return { key, state: 'good', words: 'location found' };
  if (fix.accuracy <= AREA_M) return { key, state: 'good', words: `location ±${Math.round(fix.accuracy)} m` };
  const words = `Location only to about ${Math.round(fix.accuracy / 1_000)} km`;
  return { key, state: 'bad', words, todo: 'Turn on precise location. Go to a window or outside.' };
}

function coverageRow({ fix, isCovered, help, number }: ReadyFacts): ReadyRow {
  const key = 'coverage';
  const what = help ?? 'help';
  if (isCovered === true) return { key, state: 'good', words: `You are inside the area for ${what}` };
  if (isCovered === false) {
    const todo = `AURA does not list this place. Call ${number} if you need help here. You can still press.`;
    return { key, state: 'bad', words: `You are outside the area for ${what}`, todo };
  }
  const why = fix ? '' : ' We need your location first.';
  return { key, state: 'unknown', words: `We do not know if you are inside the area for ${what}.${why}` };
}

function mobileRow(maskedMobile: string): ReadyRow {
  return { key: 'mobile', state: 'good', words: `Mobile number confirmed: ${maskedMobile}` };
}

function practiceRow({ practisedAt }: ReadyFacts, at: Date): ReadyRow {
  const key = 'practice';
  const link = { href: '/practice', words: 'Practise now' };
  if (practisedAt === null) {
    return { key, state: 'advice', words: 'You have not practised on this phone', link };
  }
  const ageMs = at.getTime() - Date.parse(practisedAt);
  const words = `Last practice: ${ageText(ageMs)}`;
  return ageMs > PRACTISE_AGAIN_MS ? { key, state: 'advice', words, link } : { key, state: 'good', words };
}

const INSTALL: Record<Device, string> = {
  ios: 'Tap Share, then “Add to Home Screen”.',
  android: 'Open the menu of your browser. Tap “Add to Home screen”.',
  other: 'Your browser may offer “Install” beside the web address.',
};

function installedRow({ isInstalled, device }: ReadyFacts): ReadyRow {
  const key = 'installed';
  if (isInstalled) return { key, state: 'good', words: 'Vigil is on your home screen' };
  return { key, state: 'advice', words: 'Vigil is not on your home screen', todo: INSTALL[device] };
}
