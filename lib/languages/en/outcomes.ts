import { errorCatalogue } from '#lib/errors/errors.ts';

// Pages that say how something went: not found, an account deleted, a signup on AURA's page.

const { 'erasure.not_found': noErasure, 'aura.not_asked': notAsked } = errorCatalogue;
const { 'signup.not_found': noSignup, 'signup.not_at_aura': goneSignup } = errorCatalogue;
const { 'signup.too_many': tooMany } = errorCatalogue;

export const outcomes = {
  'missing.title': 'Not found',
  'missing.page': 'There is no page here',
  'missing.pageText': 'The address may be wrong, or you cannot see this page.',
  'missing.wrong': 'The address may be wrong.',
  'missing.start': 'Go to the start',
  'missing.nothing': 'There is nothing here',
  'missing.nothingText': 'The address may be wrong, or the page is not yours.',
  'missing.ifYours': 'If it is yours, {signIn} and open it again.',
  'missing.signIn': 'sign in',
  'deleted.title': 'Account deleted',
  'deleted.done': 'The account is deleted',
  'deleted.going': 'The account is being deleted',
  'deleted.lead':
    'The button of this account does not call for help any more. To use Vigil again, register again.',
  'deleted.here':
    'Vigil has deleted the name, number, addresses, positions and messages. Old alarms stay as numbers without a name or a place.',
  'deleted.notYetHere':
    'Vigil is still deleting. If an alarm is not over, Vigil waits until it is. You do not need to do anything.',
  'deleted.atAura':
    'AURA has marked the customer as deleted. We do not know what AURA keeps. Ask AURA about that.',
  'deleted.notYetAtAura':
    'AURA has not confirmed it yet. Vigil asks again by itself. Keep this page’s address to look later.',
  'refusal.erasure.not_found': noErasure.title,
  'refusal.erasure.not_found.detail': noErasure.detail,
  'signup.title': 'Your signup',
  'signup.registered': 'You are registered',
  'signup.registeredLead': 'One more step: sign in. Then you have the button.',
  'signup.account': 'AURA has your account.',
  'signup.uncovered': 'You are not protected yet',
  'signup.uncoveredText':
    'AURA has no active subscription for you, so help would not come. Ask the person who sent you the link to start one.',
  'signup.signIn': 'Sign in with {mobile}. We will SMS you a code.',
  'signup.held': 'You cannot sign in yet',
  'signup.heldHere': 'AURA has your account, but we could not open it here',
  'signup.held.mobile_taken':
    'This mobile number has an account here already. If it is yours, sign in. If not, ask the person who sent you the link.',
  'signup.held.unreadable':
    'AURA has no mobile number of yours that can get an SMS. Ask the person who sent you the link.',
  'signup.held.deleted': 'This account was deleted. Ask the person who sent it for a new one.',
  'signup.held.other_reference':
    'AURA’s answer does not fit this address. Ask the person who sent you the link.',
  'signup.nobody': 'AURA has no account of yours by this link.',
  'signup.nobodyYet': 'AURA has no account of yours by this link yet.',
  'signup.saidFailed': 'AURA’s page says that it failed.',
  'signup.saidPayment': 'AURA’s page says that it failed: the payment did not go through.',
  'signup.saidCode': 'AURA’s page says that it failed ({code}).',
  'signup.saidCancelled': 'AURA’s page says that you stopped it. You were not registered.',
  'signup.openAgain': 'Open the link that you were sent to try again, or ask for a new one.',
  'signup.wait': 'If you have finished on AURA’s page, it may take a moment. This page checks again.',
  'signup.title.completed': 'Not confirmed yet',
  'signup.title.failed': 'The signup did not go through',
  'signup.title.cancelled': 'The signup was cancelled',
  'signup.check': 'Check again',
  'refusal.signup.not_found': noSignup.title,
  'refusal.signup.not_found.detail': noSignup.detail,
  'refusal.signup.not_at_aura': goneSignup.title,
  'refusal.signup.not_at_aura.detail': goneSignup.detail,
  'refusal.signup.too_many': tooMany.title,
  'refusal.signup.too_many.detail': tooMany.detail,
  'refusal.aura.not_asked': notAsked.title,
  'refusal.aura.not_asked.detail': notAsked.detail,
} as const;
