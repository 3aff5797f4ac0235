import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime.js';
import { type ComponentProps, createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { OpenCalloutLinks } from '#components/callout/open-callout-links.tsx';
import { callSheet } from '#components/panic/call-sheet.ts';
import { FollowHere } from '#components/panic/follow-here.tsx';
import { GracePanel } from '#components/panic/grace-panel.tsx';
import { noKeeper } from '#components/panic/kept-press.ts';
import { PageBroke } from '#components/panic/page-broke.tsx';
import { PanicFlow } from '#components/panic/panic-flow.tsx';
import { PlainPress } from '#components/panic/plain-press.tsx';
import { PositionNotice } from '#components/panic/position-notice.tsx';
import { positionWords } from '#components/panic/position-words.ts';
import { PressReportView } from '#components/panic/press-report.tsx';
import { type ReadyFacts, readyLine, readyRows } from '#components/panic/ready/ready-model.ts';
import { refusedWords } from '#components/panic/refused-words.ts';
import type { PressReport } from '#components/panic/send-press.ts';
import { TrustedContactLink } from '#components/panic/trusted-contact.tsx';
import { FooterLinks } from '#components/ui/footer-links.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { SkipLink } from '#components/ui/skip-link.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import type { Callout } from '#lib/callouts/answers.ts';
import { errorCodes } from '#lib/errors/errors.ts';
import { translateInto, wordsIn } from '#lib/languages/catalogue.ts';
import { PSEUDO } from '#lib/languages/languages.ts';
import { inRouter } from '#lib/testing/in-router.ts';

// What /panic, /practice and the call sheet show, in the pseudo-language and with the words that their pages get: what
// stays plain does not come from the catalogues, and what is empty is not given to the page.

const t = translateInto(PSEUDO);
const WORDS = wordsIn(PSEUDO, 'shared', 'hold', 'panic', 'ready', 'refusals');
const AT = '2026-11-23T10:00:00.000Z';
const FIX = { latitude: -26.1, longitude: 28.05, accuracy: 20, fixedAt: AT, source: 'live' } as const;
// safe: the children follow as arguments
const WITH = { language: PSEUDO, words: WORDS } as ComponentProps<typeof WordsProvider>;
const noop = () => undefined;

function shown(...children: ReactNode[]): string {
  const inWords = createElement(WordsProvider, WITH, ...children);
  return renderToStaticMarkup(inRouter(createElement(PathnameContext, { value: '/panic' }, inWords)));
}

/** Texts and accessible names with a plain word in them; the name of a zone is none. */
function plainIn(html: string): string[] {
  const names = [...html.matchAll(/\s(?:aria-label|aria-description|title|alt|placeholder)="([^"]*)"/g)];
  const texts = html.replaceAll(/<style[\s\S]*?<\/style>|<head>[\s\S]*?<\/head>/g, '').split(/<[^>]*>/);
  return [...names.map(([, name]) => name ?? ''), ...texts].filter((text) =>
    /[A-Za-z]{3,}/.test(text.replace(/ UTC$/, '')),
  );
}

const Broken = () =>
  // safe: the children follow as arguments
  createElement(
    PageBroke,
    { error: null, retry: noop, help: t('broken.help') } as ComponentProps<typeof PageBroke>,
    createElement(PlainPress),
  );

const answered = (
  outcome: Extract<PressReport, { kind: 'answered' }>['outcome'],
  isStale = false,
): PressReport => ({
  ...{ kind: 'answered', outcome, heardAt: AT },
  ...(isStale ? { isStale } : {}),
});
const RECORDED = { kind: 'recorded', problem: null, sending: 'yes', isTakenBack: false } as const;
const DELIVERED = {
  kind: 'delivered',
  calloutId: '91',
  openTracking: { as: 'page', href: '/callouts/91' },
} as const;
const REPORTS: readonly PressReport[] = [
  { kind: 'sending', sentAt: AT, isSilent: false },
  { kind: 'sending', sentAt: AT, isSilent: true },
  { kind: 'unanswered', isKept: true },
  { kind: 'unanswered', isKept: false },
  { kind: 'taking_back', sentAt: AT },
  { kind: 'not_taken_back' },
  { kind: 'cancel_unheard' },
  { kind: 'too_late' },
  answered(DELIVERED),
  answered({ ...DELIVERED, openTracking: { as: 'redirect', url: 'https://track.example/t/1' } }),
  answered({ kind: 'held' }),
  answered({ kind: 'withdrawn' }),
  answered({ kind: 'practised' }),
  answered({ kind: 'expired' }),
  answered({ kind: 'rejected', message: t('rejected.other') }),
  answered({ kind: 'refused', message: t('refusal.session.required'), code: 'session.required' }),
  answered(RECORDED, true),
  ...(['yes', 'no', 'asking', null] as const).flatMap((sending) =>
    [false, true].map((isTakenBack) => answered({ ...RECORDED, sending, isTakenBack })),
  ),
  ...(['no_location', 'test_open'] as const).map((problem) => answered({ ...RECORDED, problem })),
  answered({ ...RECORDED, isAfterSafe: true }),
];

it.each(REPORTS)('the report of %j', (report) => {
  const html = shown(
    createElement(PressReportView, {
      ...{ report, emergencyNumbers: ['112'], controlRoom: '010', contact: null, fix: FIX },
      ...{ text: { number: '112', code: '123' }, positionNote: positionWords({}, 0, true, t) },
      ...{ onSendAgain: noop, onWithdraw: noop, onCancelAgain: noop, onPressAgain: noop },
    }),
  );
  expect(plainIn(html)).toEqual([]);
  // A key without a text would leave its element empty.
  expect(html).not.toMatch(/<(p|span|button|a)(?: [^>]*)?><\/\1>/);
});

it('the button, its grace and what stands around them', () => {
  const client = { raise: async () => ({ kind: 'practised' }) as const, keeper: noKeeper, expiryMs: 1 };
  const types = [
    { id: 1, value: 'MEDICAL', description: 'Medical response' },
    { id: 2, value: 'ARMED', description: null },
  ];
  const html = shown(
    createElement(PanicFlow, {
      ...{ client, emergencyNumbers: [], controlRoom: '010' },
      form: { pressId: 'p', pressedAt: AT, pressToken: '' },
      help: { types, standardId: 1, chosenId: null },
    }),
    createElement(GracePanel, { countDown: { secondsLeft: 3, lengthMs: 3_000 } }),
    createElement(GracePanel),
    createElement(PlainPress, { fields: { pressId: 'p', pressedAt: AT, pressToken: '' } }),
    ...(['prompt', 'denied'] as const).flatMap((permission) =>
      [true, false].map((hasSavedAddress) => createElement(PositionNotice, { permission, hasSavedAddress })),
    ),
    createElement(TrustedContactLink, { contact: { mobile: '2' }, fix: FIX }),
    createElement(Broken),
  );
  expect(plainIn(html)).toEqual([]);
});

it('the layout', () => {
  const stages = [
    'raised',
    'owned',
    'dispatched',
    'arrived',
    'completed',
    'cancelled',
    'closed',
    undefined,
  ] as const;
  const callouts = stages.map((stage, calloutId) => ({
    ...{ calloutId, kind: 'test' as const },
    ...(stage ? { stage } : {}),
  }));
  const html = shown(
    createElement(SandboxNotice, { isSandbox: true, t }),
    createElement(SkipLink, { t }),
    createElement(FooterLinks, { t }),
    createElement(OpenCalloutLinks, { callouts, t }),
  );
  expect(plainIn(html)).toEqual([]);
});

it('the callout that is followed on the page of its press', () => {
  const callout: Callout = {
    ...{ calloutId: 1, kind: 'real', stage: 'owned', rawStatus: null, raisedAt: AT, asOf: AT, askedAt: AT },
    ...{
      closedAt: null,
      closeReportedAt: null,
      servedAt: AT,
      safeAskedAt: null,
      timeline: [],
      following: null,
    },
  };
  expect(plainIn(shown(createElement(FollowHere, { callout, pressToken: '' })))).toEqual([]);
});

it('the call sheet, with each refusal', () => {
  const sheet = { controlRoom: '010', isSandbox: true, build: 'b', t };
  for (const refusalCode of errorCodes) {
    for (const numbers of [[], ['112']]) {
      const found = plainIn(callSheet({ ...sheet, numbers, refusalCode }));
      expect(
        found.filter((text) => text !== 'Vigil'),
        refusalCode,
      ).toEqual([]);
    }
    expect(Object.values(refusedWords(refusalCode, t)).every(Boolean), refusalCode).toBe(true);
  }
});

describe('the ready line', () => {
  const READY: ReadyFacts = {
    ...{
      permission: 'granted',
      fix: FIX,
      isLate: false,
      hasSavedAddress: true,
      answerMs: 240,
      isCovered: true,
    },
    ...{
      help: null,
      subscription: { standing: 'active', validTo: '2027-11-30T12:00:00Z' },
      maskedMobile: '+27',
    },
    ...{
      practisedAt: AT,
      isInstalled: true,
      getsPushes: true,
      device: 'android',
      mayText: false,
      number: '112',
    },
  };
  const ALSO: readonly Partial<ReadyFacts>[] = [
    { subscription: null, answerMs: undefined, isCovered: undefined },
    { subscription: { standing: 'not_yet', validTo: AT }, answerMs: null, fix: undefined, isCovered: null },
    { subscription: { standing: 'lapsed', validTo: AT }, answerMs: null, mayText: true, isCovered: false },
    { fix: undefined, isLate: true, isInstalled: false, device: 'ios', practisedAt: null },
    { fix: undefined, permission: 'denied', isInstalled: false, device: 'other' },
    { fix: undefined, permission: 'unknown', getsPushes: false },
    { fix: undefined, permission: 'prompt', isInstalled: false },
    { fix: { ...FIX, accuracy: null } },
    { fix: { ...FIX, accuracy: 4_000 } },
    { fix: undefined, permission: 'denied', device: 'ios' },
    { fix: undefined, permission: 'denied', device: 'android' },
  ];
  it.each([{}, ...ALSO])('with %j', (more) => {
    const rows = readyRows({ ...READY, ...more }, new Date(AT), t);
    const said = rows.flatMap(({ words, todo, link }) => [words(), todo ?? '', link?.words ?? '']);
    expect([readyLine(rows, t).words, ...said].filter((text) => /[A-Za-z]{3,}/.test(text))).toEqual([]);
    expect(rows.every(({ words }) => words() !== '')).toBe(true);
  });
});
