// The profile: its cards, what is known of the person, and of their subscription. Written by the server.

export const profile = {
  'profile.you': 'You',
  'profile.name': 'Name',
  'profile.nameAtAura': 'Name at AURA',
  'profile.latin': '{name}. AURA did not take your name as you write it.',
  'profile.mobile.why': 'Helpers call this number, and you sign in with it.',
  'profile.address': 'Saved address',
  'profile.address.why': 'If we cannot find your location, help goes here.',
  'profile.facts': 'For helpers',
  'profile.facts.why':
    'This can save time when you cannot speak. We send it to AURA. You can leave all of it empty.',
  'profile.button': 'Your button',
  'profile.button.why':
    'How you press it, and what your phone does then. This is the same on all your devices.',
  'profile.contact': 'Trusted contacts',
  'profile.contact.why':
    'Up to five people. When you call for help, a message to the first one is ready: you send it. We text them only if you choose it here.',
  'profile.push': 'Messages on this device',
  'profile.push.why':
    'This device can tell you when help is on the way and when you have a new message, even while this page is closed. You see the same on the page. A message may come late or not at all.',
  'profile.push.shown':
    'A locked screen shows only these words, without your name and without a place. If somebody must not see them, leave this off.',
  'profile.push.silent':
    'After a silent alarm nothing is shown for two hours. If your button is set to silent, nothing is shown at all.',
  'profile.devices': 'Your devices',
  'profile.devices.why':
    'These phones and computers can call for help in your name. Switch off what you do not know.',
  'profile.devices.missing':
    'A device that you did not use for a long time may be missing here. This switches it off, too:',
  'profile.data': 'Your data',
  'profile.here': 'This device',
  'subscription.change': 'Change subscription',
  'subscription.cannot': 'Not possible here. You need your own AURA sign-in.',
  'subscription.none': 'You have none at AURA. Nobody would come.',
  'subscription.unknown': 'Not known: AURA is not answering',
  'subscription.until': 'Valid until',
  'subscription.cancelled': 'Cancelled on',
  'subscription.single': 'Single: it covers you.',
  'subscription.family': 'Family: it covers you and the family members on it.',
  'device.name': '{browser} on {system}',
  'device.browser': 'Unknown browser',
  'device.apple': 'iPhone or iPad',
  'device.signedIn': 'Signed in on {day}.',
  'device.lastUsed': 'Last used on {day}.',
  'device.switchOffOne': 'Switch off: {name}, signed in on {day}',
} as const;
