import { errorCatalogue } from '#lib/errors/errors.ts';

// The way in: the start page, signing in, and their layout.

const { 'code.wrong': wrong, 'code.expired': expired, 'code.not_sent': notSent } = errorCatalogue;
const { 'code.limit_number': limitNumber, 'code.limit_address': limitAddress } = errorCatalogue;
const { 'code.too_soon': tooSoon, 'code.limit_day': limitDay } = errorCatalogue;
const { 'sign_in.no_account': noAccount, 'sign_in.surname_needed': surnameNeeded } = errorCatalogue;
const { 'sign_in.surname_wrong': surnameWrong, 'sign_in.surname_limit': surnameLimit } = errorCatalogue;

export const entry = {
  'entry.signIn': 'Sign in',
  'entry.register': 'Register',
  'entry.foot':
    'Vigil sends your alarm to AURA. AURA sends security and medical responders. If Vigil does not work, call 112.',
  'entry.broken': 'Nothing that you typed was sent. If you need help now, call:',
  'start.title': 'Call for help from any browser.',
  'start.lead':
    'One button for AURA’s security and medical response. Nothing to install. It works on your phone and on any computer.',
  'start.steps': 'What happens when you press',
  'start.hold': 'Hold the button',
  'start.holdText': 'Press and hold, with a finger, a mouse or the keyboard. Vigil finds your location.',
  'start.cancel': 'Three seconds to cancel',
  'start.cancelText': 'Was it a mistake? Tap Cancel. Or tap Send now.',
  'start.watch': 'Watch help come',
  'start.watchText':
    'AURA gets your alarm and sends security or medical responders. You see each step, and when it was.',
  'start.promise':
    'Vigil says your alarm was sent only when AURA has confirmed it. Until then, you see the numbers to call.',
  'signIn.lead': 'With your mobile number, on any phone or computer.',
  'signIn.notYet': 'Not registered yet?',
  'signIn.mobile': 'Mobile number',
  'signIn.hint': 'The number you registered with. We will SMS you a code.',
  'signIn.send': 'Send code',
  'signIn.another': 'Use another number',
  'signIn.sent': 'We sent an SMS with six digits to {mobile}.',
  'signIn.code': 'Code',
  'signIn.codeHint': 'The code works for ten minutes.',
  'signIn.confirm': 'Confirm',
  'signIn.surname': 'Surname',
  'signIn.newCode': 'Send a new code',
  'field.mobileMissing': 'Type your mobile number',
  'field.mobileLong': 'This is too long for a mobile number',
  'field.mobileWrong': 'This is not a mobile number. Write it like 082 123 4567 or +27 82 123 4567',
  'field.mobileCountry': 'We do not send codes to numbers of this country',
  'field.codeMissing': 'Type the code from the message',
  'field.codeWrong': 'The code has 6 digits',
  'field.surnameMissing': 'Type your surname',
  'field.surnameLong': 'Your surname can have at most 80 characters',
  'field.surnameLetters': 'Use letters only in your surname, as responders will read it',
  'refusal.code.wrong': wrong.title,
  'refusal.code.wrong.detail': wrong.detail,
  'refusal.code.expired': expired.title,
  'refusal.code.expired.detail': expired.detail,
  'refusal.code.too_soon': tooSoon.title,
  'refusal.code.too_soon.detail': tooSoon.detail,
  'refusal.code.limit_number': limitNumber.title,
  'refusal.code.limit_number.detail': limitNumber.detail,
  'refusal.code.limit_day': limitDay.title,
  'refusal.code.limit_day.detail': limitDay.detail,
  'refusal.code.limit_address': limitAddress.title,
  'refusal.code.limit_address.detail': limitAddress.detail,
  'refusal.code.not_sent': notSent.title,
  'refusal.code.not_sent.detail': notSent.detail,
  'refusal.sign_in.no_account': noAccount.title,
  'refusal.sign_in.no_account.detail': noAccount.detail,
  'refusal.sign_in.surname_needed': surnameNeeded.title,
  'refusal.sign_in.surname_needed.detail': surnameNeeded.detail,
  'refusal.sign_in.surname_wrong': surnameWrong.title,
  'refusal.sign_in.surname_wrong.detail': surnameWrong.detail,
  'refusal.sign_in.surname_limit': surnameLimit.title,
  'refusal.sign_in.surname_limit.detail': surnameLimit.detail,
} as const;
