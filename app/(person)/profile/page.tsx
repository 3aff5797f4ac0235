import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AddressForm } from '#components/profile/address-form.tsx';
import { AlarmForm } from '#components/profile/alarm-form.tsx';
import { ContactForm } from '#components/profile/contact-form.tsx';
import { DeviceList } from '#components/profile/device-list.tsx';
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
import { mapStyleUrl } from '#lib/geo/basemap/basemap.ts';
import { listDevices } from '#lib/identity/list-devices.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { sentBy } from '#lib/identity/person-session.ts';
import { personFrom } from '#lib/identity/session.ts';
import { translateInto, wordsIn } from '#lib/languages/catalogue.ts';
import { directionOf, type Language } from '#lib/languages/languages.ts';
import { env } from '#lib/platform/env.ts';
import { PUSH_TEXTS } from '#lib/push/notice-model.ts';
import { readPush } from '#lib/push/read-push.ts';

export const metadata: Metadata = { title: 'Profile' };

export default async function ProfilePage() {
  // A press token is not enough here: the page needs the session.
  const headers = await requestHeaders();
  const actor = await personFrom(headers);
  const [read, facts, devices, pushes] = await Promise.all([
    readProfile(actor, {}),
    readFactSheet(actor, {}),
    listDevices(actor, sentBy(headers)),
    readPush(actor, sentBy(headers)),
  ]);
  if (!read.ok) redirect('/sign-in');
  const profile = read.value;
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-8">
      <PageHeader title="Profile" />
      {profile.hasAcceptedTerms ? null : <TermsNotice termsVersion={env.TERMS_VERSION} />}
      <You profile={profile} />
      <Card title="Mobile number">
        <p>Helpers call this number, and you sign in with it.</p>
        <WordsProvider language="en" words={wordsIn('en', 'entry')}>
          <MobileForm />
        </WordsProvider>
      </Card>
      <Card title="Saved address">
        <p>If we cannot find your location, help goes here.</p>
        <AddressForm saved={profile.address} mapStyleUrl={mapStyleUrl()} />
      </Card>
      <Card title="For helpers">
        <p>This can save time when you cannot speak. We send it to AURA. You can leave all of it empty.</p>
        {facts.ok ? <FactSheet shown={facts.value} /> : <RefusalAlert problem={facts} />}
      </Card>
      <Card title="Your button">
        <p>How you press it, and what your phone does then. This is the same on all your devices.</p>
        <AlarmForm saved={profile.alarm} />
      </Card>
      <Card title="Trusted contact">
        <p>When you call for help, a message to this person is ready. You send it. We do not.</p>
        <ContactForm saved={profile.contact} />
      </Card>
      {pushes.ok ? <Pushes {...pushes.value} /> : null}
      <Card title="Your devices">
        <p>These phones and computers can call for help in your name. Switch off what you do not know.</p>
        {devices.ok ? <DeviceList devices={devices.value} /> : <RefusalAlert problem={devices} />}
        <p className="text-sm text-ink-soft">
          A device that you did not use for a long time may be missing here. This switches it off, too:
        </p>
        <SwitchOffButtons />
      </Card>
      <Card title="Your data">
        <WordsProvider language="en" words={wordsIn('en', 'entry')}>
          <YourData />
        </WordsProvider>
      </Card>
      <Card title="This device">
        <SignOut />
      </Card>
    </div>
  );
}

type PushesProps = { publicKey: string; isOn: boolean; language: Language };

function Pushes({ publicKey, isOn, language }: PushesProps) {
  const t = translateInto(language);
  return (
    <PushCard
      publicKey={publicKey}
      isOn={isOn}
      shown={PUSH_TEXTS.map((key) => t(key))}
      lang={language}
      dir={directionOf(language)}
    />
  );
}

function You({ profile }: { profile: Profile }) {
  return (
    <Card title="You">
      <DefinitionList
        items={[
          { term: 'Name', detail: <PersonName person={profile} /> },
          ...(profile.latinAtAura
            ? [
                {
                  term: 'Name at AURA',
                  detail: `${profile.latinName ?? ''}. AURA did not take your name as you write it.`,
                },
              ]
            : []),
          { term: 'Mobile number', detail: profile.maskedMobile },
          ...subscriptionRows(profile),
        ]}
      />
      <p>
        <TextLink href="/callouts" className="inline-flex min-h-11 items-center">
          Your past alarms
        </TextLink>
      </p>
    </Card>
  );
}
