// Text messages and pushes to a person, and the text to a trusted contact (`told.alarm`), which names who called for help and
// keeps to the letters of GSM where the language can. A phone shows them to whoever looks at it: no other holds a name, none a
// place or a number, and no push a word of an alarm.

export const texts = {
  'text.device':
    'Vigil: a phone or computer has signed in as you. If it was not you, open Vigil, tap Profile, and switch it off.',
  'text.contact': 'Vigil: your trusted contact was changed. If it was not you, open Vigil and tap Profile.',
  'text.address': 'Vigil: your saved address was changed. If it was not you, open Vigil and tap Profile.',
  'text.export':
    'Vigil: your data was downloaded. If it was not you, open Vigil, tap Profile, and look at your devices.',
  'text.erase':
    'Vigil: your account was deleted. The button does not call for help any more. If it was not you, register again.',
  'text.latin': 'Vigil: AURA did not take your name as you write it. AURA has it in letters from A to Z.',
  'text.mobile':
    'Vigil: your mobile number was changed to another one. If it was not you, ask the people who gave you Vigil for help.',
  'code.sign_in': 'Your Vigil code is {code}.',
  'code.export': 'Your Vigil code to download your data is {code}.',
  'code.erase': 'Your Vigil code to DELETE your account is {code}.',
  'code.mobile_old': 'Your Vigil code to CHANGE your mobile number is {code}.',
  'code.mobile_new': 'Your Vigil code to use this mobile number is {code}.',
  'code.rest': 'It works for 10 minutes. We never ask for it.',
  'told.alarm':
    'Vigil: {name} called for help. The control room has the alarm. Do not phone or write now: a sound can be dangerous. See what happens:',
  'push.owned': 'Your request was seen',
  'push.dispatched': 'Help is on the way',
  'push.arrived': 'Help is here',
  'push.stopped': 'Help may not come. Please look now.',
  'push.ended': 'Your request has ended',
  'push.message': 'You have a new message',
} as const;
