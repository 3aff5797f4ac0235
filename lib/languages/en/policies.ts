// /privacy and /terms, where a deployment has no texts of its own.

export const policies = {
  'privacy.lead': 'What Vigil knows about you, and who sees it.',
  'privacy.keep': 'What we keep about you',
  'privacy.keep.name':
    'Your name, your mobile number and your subscription. If you wrote how to say your name, we keep that, too.',
  'privacy.keep.address':
    'Your saved address and your trusted contacts, if you give them. You can remove all of them on your profile. If you choose it, your contacts get a text with your first name and a link when the control room has your alarm.',
  'privacy.keep.alarms':
    'Your alarms: when you pressed, where you were, what happened, your messages and your rating.',
  'privacy.keep.help': 'The kind of help that you chose last, and your language.',
  'privacy.keep.terms': 'Which terms you accepted, and when.',
  'privacy.keep.devices':
    'The phones and computers where you signed in: kind of browser, when you signed in and when you last used it.',
  'privacy.keep.pushes':
    'If you turn on messages for a device: how its browser can be reached, and in which language.',
  'privacy.keep.location': 'Your location while an alarm is open. Vigil does not follow you at other times.',
  'privacy.seen': 'Who sees it',
  'privacy.seen.aura':
    'AURA and its control room: your name and number, your location, your messages and your rating.',
  'privacy.seen.facts':
    'What you write under “{title}” on your profile: we send it to AURA and do not keep it. Vigil’s operators can open it there.',
  'privacy.seen.operators': 'Vigil’s operators. Vigil writes down who looked at your private details.',
  'privacy.seen.friend':
    'A friend with your link: what happens and where you are, until the alarm has ended or for one day.',
  'privacy.seen.sms':
    'The SMS service: your mobile number, the codes we send you, and what we tell you of changes to your account.',
  'privacy.seen.pushes':
    'The maker of your browser, if you turn on messages for a device: that we send something, and not what it says.',
  'privacy.seen.nobody': 'We do not sell what we know about you. There are no advertisements.',
  'privacy.long': 'How long we keep it',
  'privacy.long.code': 'A code by SMS works for ten minutes.',
  'privacy.long.registration':
    'A registration that you do not finish: one hour. If AURA did not answer, up to thirty days.',
  'privacy.long.systems': 'Messages between AURA’s system and ours: {time}.',
  'privacy.long.path': 'Your path in an alarm: {time}.',
  'privacy.long.alarms':
    'Your alarms: {time} after they end. Then we delete your name, the place and the messages from them.',
  'privacy.long.addresses': 'The internet addresses in our log of who did what: {time}.',
  'privacy.long.device': 'A phone or computer where you signed in: 400 days after you signed in there.',
  'privacy.long.account': 'Your account: until you delete it. Tap “{button}” on your profile.',
  'privacy.long.aura':
    'If you delete your account, we tell AURA. AURA marks you as deleted. We do not know what AURA keeps.',
  'privacy.long.open': 'While an alarm is not over, you cannot delete your account.',
  'privacy.long.see':
    'Tap “{button}” on your profile to see what we keep. Ask the people who gave you Vigil to correct it.',
  'privacy.phone': 'On your phone',
  'privacy.phone.button': 'The button stays ready for 400 days after you sign in. Then you sign in again.',
  'privacy.phone.alarm':
    'Your last location and an alarm that is not sent yet stay on this phone, so that nothing is lost.',
  'privacy.phone.help':
    'The kind of help that you chose, and when you last practised, stay on this phone, too.',
  'privacy.phone.signOut': 'Sign out on your profile to remove all of this from the phone.',
  'privacy.years': '{count, plural, one {one year} other {# years}}',
  'privacy.days': '{count, plural, one {one day} other {# days}}',
  'conditions.lead': 'What you can expect from Vigil, and what not.',
  'conditions.version': 'Version {version}',
  'conditions.does': 'What Vigil does',
  'conditions.does.sends': 'It sends your alarm and your location to AURA. AURA decides who comes.',
  'conditions.does.tries':
    'It keeps trying when AURA does not answer, and tells you that your alarm is not sent yet.',
  'conditions.does.shows': 'It shows you what AURA reports, and when that was.',
  'conditions.not': 'What Vigil does not promise',
  'conditions.not.comes':
    'That help comes, or how soon. That depends on AURA, on your area and on your subscription.',
  'conditions.not.works': 'That the button works without internet, battery or location.',
  'conditions.not.map': 'That the map is exact. Your phone can be wrong about where you are.',
  'conditions.not.police':
    'Vigil is not the police, an ambulance or the fire brigade. In danger you can always call 112.',
  'conditions.ask': 'What we ask of you',
  'conditions.ask.press': 'Press when you need help. Use Practice to try the button.',
  'conditions.ask.name': 'Give your true name and a number that you answer.',
  'conditions.ask.mistake': 'If you pressed by mistake, tap Cancel, or “I am safe”.',
  'conditions.ask.lost': 'If you lose your phone, switch off its button on your profile.',
} as const;
