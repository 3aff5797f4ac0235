import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { namedSections, TextPage } from '#components/ui/text-page.tsx';
import { named } from '#lib/languages/brand-name.ts';
import { env } from '#lib/platform/env.ts';
import { ownText } from '#lib/platform/own-text.ts';

export const metadata: Metadata = { title: 'Privacy' };

const sections = () => [
  {
    title: 'What we keep about you',
    lines: [
      'Your name, how to say it if you told us, your mobile number and your subscription.',
      'Your saved address and your trusted contact, if you give them. You can remove both on your profile.',
      'Your alarms: when you pressed, where you were, what happened, your messages and your rating.',
      'The kind of help that you chose last, and your language.',
      'Which terms you accepted, and when.',
      'The phones and computers where you signed in: kind of browser, when you signed in and when you last used it.',
      'If you turn on messages for a device: how its browser can be reached, and in which language.',
      'Your location while an alarm is open. Vigil does not follow you at other times.',
    ],
  },
  {
    title: 'Who sees it',
    lines: [
      'AURA and its control room: your name and number, your location, your messages and your rating.',
      'What you write under “For helpers” on your profile: we send it to AURA and do not keep it. Vigil’s operators can open it there.',
      'Vigil’s operators. Vigil writes down who looked at your private details.',
      'A friend with your link: what happens and where you are, until the alarm has ended or for one day.',
      'The SMS service: your mobile number, the codes we send you, and what we tell you of changes to your account.',
      'The maker of your browser, if you turn on messages for a device: that we send something, and not what it says.',
      'We do not sell what we know about you. There are no advertisements.',
    ],
  },
  {
    title: 'How long we keep it',
    lines: [
      'A code by SMS works for ten minutes.',
      'A registration that you do not finish: one hour. If AURA did not answer, up to thirty days.',
      `Messages between AURA’s system and ours: ${daysText(env.KEEP_WEBHOOK_DAYS)}.`,
      `Your path in an alarm: ${daysText(env.KEEP_TRAIL_DAYS)}.`,
      `Your alarms: ${daysText(env.KEEP_ALARM_DAYS)} after they end. Then we delete your name, the place and the messages from them.`,
      `The internet addresses in our log of who did what: ${daysText(env.KEEP_AUDIT_ADDRESS_DAYS)}.`,
      'A phone or computer where you signed in: 400 days after you signed in there.',
      'Your account: until you delete it. Tap “Delete my account” on your profile.',
      'If you delete your account, we tell AURA. AURA marks you as deleted. We do not know what AURA keeps.',
      'While an alarm is not over, you cannot delete your account.',
      'Tap “Download my data” on your profile to see what we keep. Ask the people who gave you Vigil to correct it.',
    ],
  },
  {
    title: 'On your phone',
    lines: [
      'The button stays ready for 400 days after you sign in. Then you sign in again.',
      'Your last location and an alarm that is not sent yet stay on this phone, so that nothing is lost.',
      'The kind of help that you chose, and when you last practised, stay on this phone, too.',
      'Sign out on your profile to remove all of this from the phone.',
    ],
  },
];

/** Two years are read more easily than 730 days. */
function daysText(days: number): string {
  const years = days / 365;
  if (Number.isInteger(years)) return years === 1 ? 'one year' : `${years} years`;
  return days === 1 ? 'one day' : `${days} days`;
}

export default async function PrivacyPage() {
  const { chosen } = await pageLanguage();
  const own = await ownText('privacy', chosen);
  return (
    <TextPage
      title="Privacy"
      lead={named('What Vigil knows about you, and who sees it.')}
      sections={namedSections(sections())}
      own={own}
    />
  );
}
