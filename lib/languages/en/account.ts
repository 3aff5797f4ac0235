// Forms of the profile that are about the account: terms, mobile number, devices, data, signing out.

export const account = {
  'terms.title': 'Please read our terms',
  'terms.changed':
    'You have not accepted the {terms} as they are now. Read also {privacy}. Your button works also if you do not.',
  'terms.link': 'terms',
  'terms.kept': 'what we keep about you',
  'terms.accept': 'I accept',
  'mobile.form': 'Change your mobile number',
  'mobile.new': 'New mobile number',
  'mobile.how': 'We SMS a code to your old number first, then to the new one.',
  'mobile.change': 'Change mobile number',
  'mobile.lost': 'If you do not have the old number any more, ask the people who gave you Vigil.',
  'mobile.codeOld': 'First the code from your old number.',
  'mobile.codeNew': 'Now the code from your new number.',
  'mobile.stop': 'Stop',
  'mobile.done':
    'Your mobile number is changed. You sign in with the new one. Its last four digits are your safe code.',
  'device.list': 'Devices',
  'device.isOff': 'It is switched off. It cannot call for help any more.',
  'device.this': 'This device',
  'device.switchOff': 'Switch off',
  'device.ask': 'Switch off this device?',
  'device.stops': '{name}: the button on it stops working, until you sign in there again.',
  'device.yes': 'Yes, switch it off',
  'others.areOff': 'Switched off on other devices. This device keeps its button.',
  'others.switchOff': 'Switch off my button on other devices',
  'others.ask': 'Switch off your button on other devices?',
  'others.stops':
    'The button stops working on your other phones and computers, until you sign in there again. Do this if a device is lost.',
  'data.ready': 'Your file is ready. The link works for ten minutes.',
  'data.save': 'Save the file',
  'data.safe': 'Keep it safe: it says where you were. Delete it on a shared phone.',
  'data.download': 'Download my data',
  'data.downloadText': 'You get a file with what Vigil keeps about you. For this, we send you a code by SMS.',
  'data.delete': 'Delete my account',
  'data.deleteText':
    'Your button stops working on all your devices, and help does not come any more when you press. Vigil deletes what it keeps about you. You cannot take this back.',
  'data.deleteAtAura':
    'Vigil tells AURA to delete you, too. AURA marks you as deleted; we do not know what AURA keeps. While an alarm is not over, you cannot delete your account.',
  'data.deleteNow': 'When you confirm the code, your account is deleted at once.',
  'signOut.button': 'Sign out',
  'signOut.ask': 'Sign out?',
  'signOut.text':
    'After this, the button on this device does not call for help. To use it again, sign in with a code by SMS.',
  'signOut.yes': 'Yes, sign out',
} as const;
