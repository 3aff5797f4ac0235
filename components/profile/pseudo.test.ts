import { type ComponentProps, createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { PinMap } from '#components/map/pin-map.tsx';
import { refusedWords } from '#components/panic/refused-words.ts';
import { AddressForm } from '#components/profile/address-form.tsx';
import { AlarmForm } from '#components/profile/alarm-form.tsx';
import { ContactForm } from '#components/profile/contact-form.tsx';
import { DeviceList } from '#components/profile/device-list.tsx';
import { deviceWords } from '#components/profile/device-words.ts';
import { FactSheet } from '#components/profile/fact-sheet.tsx';
import { FormOutcome } from '#components/profile/form-outcome.tsx';
import { MobileForm } from '#components/profile/mobile-form.tsx';
import { profileFieldWords } from '#components/profile/profile-field-words.ts';
import { PushCard } from '#components/profile/push-card.tsx';
import { type PushFacts, type PushState, pushStateOf, pushWords } from '#components/profile/push-state.ts';
import { PushStatus } from '#components/profile/push-status.tsx';
import { SignOut } from '#components/profile/sign-out.tsx';
import { SwitchOffButtons } from '#components/profile/switch-off-buttons.tsx';
import { TermsNotice } from '#components/profile/terms-notice.tsx';
import { YourData } from '#components/profile/your-data.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { GRACE_SECONDS, HOLD_SECONDS } from '#lib/customers/alarm-settings/model.ts';
import { saveAlarmSettingsInput } from '#lib/customers/alarm-settings/schema.ts';
import { startMobileChangeInput } from '#lib/customers/change-mobile/schema.ts';
import { factKeys, factSheetInput } from '#lib/customers/fact-sheet/schema.ts';
import { saveAddressInput, saveTrustedContactsInput } from '#lib/customers/registration/schema.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { translateInto, wordsIn } from '#lib/languages/catalogue.ts';
import { PSEUDO } from '#lib/languages/languages.ts';
import { PUSH_TEXTS } from '#lib/push/notice-model.ts';
import { inRouter } from '#lib/testing/in-router.ts';

// What the forms of the profile show, in the pseudo-language and with the words that the page gets; see
// components/panic/pseudo.test.ts.

// Each form as it is after an answer: what it sends to is not there without Next.
const answer = vi.hoisted(() => ({ form: null as object | null }));
vi.mock('react', async (original) => ({
  ...(await original<typeof import('react')>()),
  useActionState: (_action: unknown, initial: object | null) => [
    answer.form === null ? initial : { ...initial, ...answer.form },
    () => undefined,
    false,
  ],
}));
const actions = vi.hoisted(() => () => {
  const names = [
    ...['saveAddressAction', 'saveTrustedContactsAction', 'acceptTermsAction', 'saveAlarmSettingsAction'],
    ...['switchOffOtherButtonsAction', 'saveFactSheetAction', 'changeMobileAction', 'exportDataAction'],
    ...['eraseDataAction', 'revokeDeviceAction', 'signOutPersonAction'],
  ];
  return Object.fromEntries(names.map((name) => [name, () => undefined]));
});
vi.mock('#lib/customers/registration/actions.ts', actions);
vi.mock('#lib/customers/alarm-settings/actions.ts', actions);
vi.mock('#lib/customers/fact-sheet/actions.ts', actions);
vi.mock('#lib/customers/change-mobile/actions.ts', actions);
vi.mock('#lib/privacy/actions.ts', actions);
vi.mock('#lib/identity/actions.ts', actions);

const t = translateInto(PSEUDO);
const AT = '2026-11-23T10:00:00.000Z';
// safe: the children follow as arguments
const WITH = {
  language: PSEUDO,
  words: wordsIn(PSEUDO, 'shared', 'entry', 'account', 'settings', 'pushes', 'facts', 'refusals', 'declined'),
} as ComponentProps<typeof WordsProvider>;

function shown(form: object | null, ...children: ReactNode[]): string {
  answer.form = form;
  return renderToStaticMarkup(inRouter(createElement(WordsProvider, WITH, ...children)));
}

/** Texts and accessible names with a plain word in them; the names of devices and of days are none. */
function plainIn(html: string): string[] {
  const names = [...html.matchAll(/\s(?:aria-label|aria-description|title|alt|placeholder)="([^"]*)"/g)];
  const texts = html.replaceAll(/<script[\s\S]*?<\/script>/g, '').split(/<[^>]*>/);
  return [...names.map(([, name]) => name ?? ''), ...texts].filter((text) =>
    /[A-Za-z]{3,}/.test(text.replaceAll(/Chrome|Android|\d+ November \d+/g, '')),
  );
}

const PLACE = { address: '1', latitude: -26.1, longitude: 28.05 };
const NOTHING = factSheetInput.parse({});
const DEVICES = [true, false].flatMap((isThisOne) =>
  ['Chrome on Android', 'Unknown browser on iPhone or iPad', 'Unknown browser'].map((name, nth) =>
    deviceWords({ deviceId: `${isThisOne}${nth}`, name, signedInAt: AT, lastUsedAt: AT, isThisOne }, t),
  ),
);
const FORMS = [
  createElement(AddressForm, { saved: PLACE, mapStyleUrl: undefined }),
  createElement(AddressForm, { saved: null, mapStyleUrl: '/map' }),
  createElement(AlarmForm, { saved: { way: 'hold', holdSeconds: 1.5, graceSeconds: 3, mode: 'usual' } }),
  createElement(ContactForm, {
    saved: { contacts: [{ name: '1', mobile: '2' }], isTexted: true },
    preview: { text: '3', lang: 'zu', dir: 'ltr' },
  }),
  createElement(FactSheet, { shown: { facts: NOTHING, confirmedAt: null, isOld: true } }),
  createElement(FactSheet, {
    shown: { facts: { ...NOTHING, bloodtype: '0' }, confirmedAt: AT, isOld: false },
  }),
];

it('each form as the page opens it', () => {
  const html = shown(
    null,
    ...FORMS,
    createElement(DeviceList, { devices: DEVICES }),
    createElement(SwitchOffButtons),
    createElement(MobileForm),
    createElement(YourData),
    createElement(SignOut),
    createElement(TermsNotice, { termsVersion: '1' }),
    createElement(PushCard, {
      ...{ publicKey: '1', isOn: false, lang: PSEUDO, dir: 'ltr', t },
      shown: PUSH_TEXTS.map((key) => t(key)),
    }),
    createElement(PinMap, {
      ...{ styleUrl: undefined, label: '1', pin: null, isMoved: false },
      onMove: () => undefined,
    }),
  );
  expect(plainIn(html)).toEqual([]);
  expect(html).not.toMatch(
    /<(p|span|button|a|label|option|summary)(?: (?!role="status"|hidden)[^>]*)?><\/\1>/,
  );
});

it.each([
  { outcome: 'saved', differing: [] },
  { outcome: 'saved', differing: factKeys },
  { outcome: 'removed', differing: [] },
])('each form after it was saved: %j', (form) => {
  expect(
    plainIn(
      shown(
        form,
        ...FORMS,
        createElement(FormOutcome, { form: { problem: null, outcome: 'saved' }, saved: '1' }),
      ),
    ),
  ).toEqual([]);
});

it.each(['number', 'old', 'new', 'done', 'start', 'code', 'ready'])('the steps with a code: %s', (step) => {
  const form = { step, mobile: '', codeId: '1', sentTo: '1', proof: '1', grant: '1', problem: null };
  expect(plainIn(shown(form, createElement(MobileForm), createElement(YourData)))).toEqual([]);
});

const ON: PushFacts = {
  ...{ hasPush: true, permission: 'granted', isSubscribed: true, isKept: true },
  ...{ device: 'android', isInstalled: false, userAgent: '' },
};
const DENIED = { permission: 'denied' } as const;

it.each<[PushState, Partial<PushFacts>]>([
  ['on', {}],
  ['off', { isKept: false }],
  ['denied', DENIED],
  ['denied', { ...DENIED, device: 'ios' }],
  ['denied', { ...DENIED, device: 'other' }],
  ['other_browser', { userAgent: 'Instagram' }],
  ['install_first', { hasPush: false, device: 'ios' }],
  ['unsupported', { hasPush: false }],
])('messages on this device: %s, %j', (state, more) => {
  const facts = { ...ON, ...more };
  expect(pushStateOf(facts)).toBe(state);
  const html = [true, false].map((hasFailed) =>
    shown(null, createElement(PushStatus, { facts, hasFailed, isBusy: false, onTurn: () => undefined })),
  );
  expect(html.flatMap(plainIn)).toEqual([]);
  const { now, todo } = pushWords(state, facts.device, t);
  for (const words of [now, todo ?? now, t('pushes.failed')]) expect(html[0]).toContain(words);
  expect(html[1]).not.toContain(t('pushes.failed'));
  expect(html.join()).not.toMatch(/<(p|span|button)(?: [^>]*)?><\/\1>/);
});

const REFUSALS: readonly ErrorCode[] = [
  ...(['data.alarm_open', 'mobile.alarm_open', 'mobile.taken', 'mobile.taken_at_aura'] as const),
  ...(['mobile.refused_at_aura', 'mobile.not_changed', 'mobile.change_unsure', 'device.not_found'] as const),
  ...([
    'facts.not_read',
    'facts.not_saved',
    'facts.save_unsure',
    'terms.changed',
    'session.required',
  ] as const),
  ...(['input.invalid', 'code.wrong', 'code.expired', 'code.not_sent', 'permission.denied'] as const),
];

it.each(REFUSALS)('a refusal in its own words: %s', (code) => {
  const problem = { ok: false, code } as const;
  const html = shown(
    { problem, ...problem },
    ...FORMS,
    createElement(DeviceList, { devices: [] }),
    createElement(SwitchOffButtons),
    createElement(TermsNotice, { termsVersion: '1' }),
    createElement(MobileForm),
    createElement(YourData),
  );
  expect(plainIn(html)).toEqual([]);
  const { title, detail } = refusedWords(code, t);
  expect(title).not.toBe(t('refusal.server.error'));
  expect(html).toContain(title);
  expect(html).toContain(detail);
});

const LONG = 'a'.repeat(700);
it.each([
  [
    'an address',
    saveAddressInput,
    [{}, { address: '' }, { address: LONG }, { latitude: 'x', longitude: '999' }],
  ],
  [
    'a contact',
    saveTrustedContactsInput.shape.contacts,
    [
      ...[{}, { name: '12' }, { name: LONG }, { name: 'a'.repeat(90) }].map((each) => [each]),
      [{ mobile: 'x' }, { mobile: LONG }],
      [1, 2].map(() => ({ name: 'Ann', mobile: '0821234567' })),
    ],
  ],
  ['the button', saveAlarmSettingsInput, [{ way: 'x', mode: 'x', holdSeconds: 'x', graceSeconds: 'x' }]],
  ['a new mobile', startMobileChangeInput, [{}, { mobile: '' }, { mobile: 'x' }, { mobile: LONG }]],
  [
    'facts',
    factSheetInput,
    [
      Object.fromEntries(factKeys.map((key) => [key, LONG])),
      { nextOfKinNumber: 'x', medicalOther: 'a'.repeat(500) },
    ],
  ],
] as const)('says of %s what is wrong, in the language of the page', (_what, schema, typed) => {
  const problems = typed.flatMap((each) => z.safeParse(schema, each).error?.issues ?? []);
  expect(problems.length).toBeGreaterThan(3);
  for (const { message } of problems) {
    expect(profileFieldWords(message, translateInto('en'))).toBe(message);
    expect(profileFieldWords(message, t), message).not.toMatch(/[A-Za-z]{3,}/);
  }
});

it('offers each length in words', () => {
  for (const count of [...HOLD_SECONDS, ...GRACE_SECONDS])
    expect(t('alarm.seconds', { count })).toContain(String(count));
});
