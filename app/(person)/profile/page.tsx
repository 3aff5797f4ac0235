import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageLanguage } from '#app/page-language.ts';
import { AddressForm } from '#components/profile/address-form.tsx';
import { AlarmForm } from '#components/profile/alarm-form.tsx';
import { ContactForm } from '#components/profile/contact-form.tsx';
import { DeviceList } from '#components/profile/device-list.tsx';
import { deviceWords } from '#components/profile/device-words.ts';
import { FactSheet } from '#components/profile/fact-sheet.tsx';
import { MobileForm } from '#components/profile/mobile-form.tsx';
import { PushCard } from '#components/profile/push-card.tsx';
import { SignOut } from '#components/profile/sign-out.tsx';
import { subscriptionRows } from '#components/profile/subscription-rows.tsx';
import { SwitchOffButtons } from '#components/profile/switch-off-buttons.tsx';
import { TermsNotice } from '#components/profile/terms-notice.tsx';
import { YourData } from '#components/profile/your-data.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PersonName } from '#components/ui/person-name.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { readFactSheet } from '#lib/customers/fact-sheet/read-fact-sheet.ts';
import { readProfile } from '#lib/customers/registration/read-profile.ts';
import type { Profile } from '#lib/customers/registration/schema.ts';
import { contactTextOf, textLanguage } from '#lib/following/sharing/contact-text-model.ts';
import { linkOf } from '#lib/following/sharing/model.ts';
import { mapStyleUrl } from '#lib/geo/basemap/basemap.ts';
import { listDevices } from '#lib/identity/list-devices.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { sentBy } from '#lib/identity/person-session.ts';
import { personFrom } from '#lib/identity/session.ts';
import { translateInto, wordsIn } from '#lib/languages/catalogue.ts';
import { directionOf, type Language, type PageLanguage } from '#lib/languages/languages.ts';
import type { Translate, Words } from '#lib/languages/translate.ts';
import { env } from '#lib/platform/env.ts';
import { PUSH_TEXTS } from '#lib/push/notice-model.ts';
import { readPush } from '#lib/push/read-push.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('nav.profile') };
}

/** What the forms of the page say. English refusals come from the catalogue of errors, which the browser has. */
function formWords(language: PageLanguage): Words {
  const others = language !== 'en';
  return wordsIn(
    language,
    ...(['entry', 'account', 'settings', 'facts', 'pushes'] as const),
    ...(others ? (['refusals', 'declined'] as const) : []),
  );
}

/** What a contact is sent, in the language in which it is, with a link that leads nowhere. */
function previewFor({ name, latinName, language: kept }: Profile) {
  const language = textLanguage(kept);
  const link = linkOf('…', env.APP_URL).replace(encodeURIComponent('…'), '…');
  const text = contactTextOf({ name, latinName, language, link, brandName: env.BRAND_NAME });
  return { text, lang: language, dir: directionOf(language) };
}

export default async function ProfilePage() {
  // A press token is not enough here: the page needs the session.
  const headers = await requestHeaders();
  const actor = await personFrom(headers);
  const [{ language, t }, read, facts, devices, pushes] = await Promise.all([
    pageLanguage(),
    readProfile(actor, {}),
    readFactSheet(actor, {}),
    listDevices(actor, sentBy(headers)),
    readPush(actor, sentBy(headers)),
  ]);
  if (!read.ok) redirect('/sign-in');
  const profile = read.value;
  return (
    <WordsProvider language={language} words={formWords(language)}>
      <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-8">
        <PageHeader title={t('nav.profile')} />
        {profile.hasAcceptedTerms ? null : <TermsNotice termsVersion={env.TERMS_VERSION} />}
        <You profile={profile} t={t} />
        <Card title={t('signIn.mobile')}>
          <p>{t('profile.mobile.why')}</p>
          <MobileForm />
        </Card>
        <Card title={t('profile.address')}>
          <p>{t('profile.address.why')}</p>
          <AddressForm saved={profile.address} mapStyleUrl={mapStyleUrl()} />
        </Card>
        <Card title={t('profile.facts')}>
          <p>{t('profile.facts.why')}</p>
          {facts.ok ? <FactSheet shown={facts.value} /> : <RefusalAlert problem={facts} t={t} />}
        </Card>
        <Card title={t('profile.button')}>
          <p>{t('profile.button.why')}</p>
          <AlarmForm saved={profile.alarm} />
        </Card>
        <Card title={t('profile.contact')}>
          <p>{t('profile.contact.why')}</p>
          <ContactForm saved={profile.trusted} preview={previewFor(profile)} />
        </Card>
        {pushes.ok ? <Pushes {...pushes.value} t={t} /> : null}
        <Card title={t('profile.devices')}>
          <p>{t('profile.devices.why')}</p>
          {devices.ok ? (
            <DeviceList devices={devices.value.map((device) => deviceWords(device, t))} />
          ) : (
            <RefusalAlert problem={devices} t={t} />
          )}
          <p className="text-sm text-ink-soft">{t('profile.devices.missing')}</p>
          <SwitchOffButtons />
        </Card>
        <Card title={t('profile.data')}>
          <YourData />
        </Card>
        <Card title={t('profile.here')}>
          <SignOut />
        </Card>
      </div>
    </WordsProvider>
  );
}

type PushesProps = { publicKey: string; isOn: boolean; language: Language; t: Translate };

/** What a phone shows is in the language that is kept with the person; the page may be in another. */
function Pushes({ publicKey, isOn, language, t }: PushesProps) {
  const inKept = translateInto(language);
  return (
    <PushCard
      publicKey={publicKey}
      isOn={isOn}
      shown={PUSH_TEXTS.map((key) => inKept(key))}
      lang={language}
      dir={directionOf(language)}
      t={t}
    />
  );
}

function You({ profile, t }: { profile: Profile; t: Translate }) {
  return (
    <Card title={t('profile.you')}>
      <DefinitionList
        items={[
          { term: t('profile.name'), detail: <PersonName person={profile} /> },
          ...(profile.latinAtAura
            ? [
                {
                  term: t('profile.nameAtAura'),
                  detail: t('profile.latin', { name: profile.latinName ?? '' }),
                },
              ]
            : []),
          { term: t('signIn.mobile'), detail: <bdi>{profile.maskedMobile}</bdi> },
          ...subscriptionRows(profile, t),
        ]}
      />
      <p>
        <TextLink href="/callouts" className="inline-flex min-h-11 items-center">
          {t('history.all')}
        </TextLink>
      </p>
    </Card>
  );
}
