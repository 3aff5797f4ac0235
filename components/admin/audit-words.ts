import { alertNames } from '#components/admin/board/alert-words.ts';
import { rereadWords, verdictWords } from '#components/admin/callout/log-words.ts';
import { outcomeNames } from '#components/admin/outcome-words.ts';
import { roleNames } from '#components/admin/role-words.ts';
import { errorCatalogue } from '#lib/errors/errors.ts';

/** The audit's actions in words; stored as codes. */
export const actionNames: Readonly<Record<string, string>> = {
  'alert.acknowledge': 'Alarm acknowledged',
  'alert.acknowledge_many': 'Alarms acknowledged together',
  'alert.assign': 'Alarm assigned',
  'alert.release': 'Alarm released',
  'api_key.create': 'Key to read made',
  'api_key.refuse': 'Key to read refused',
  'api_key.revoke': 'Key to read revoked',
  'audit.export': 'Audit exported',
  'callout.cancel': 'Cancelled by the person',
  'callout.cancel_as_operator': 'Cancelled by an operator',
  'callout.open_tracking': 'Tracking link opened',
  'callout.read': 'Callout with its positions opened',
  'callout.reread': 'AURA asked by hand',
  'callout.search': 'Callouts searched',
  'callout.set_verdict': 'Marked genuine or false',
  'code.budget_used': 'No more codes in this hour',
  'code.refuse': 'Code by text message refused',
  'person.change_mobile': 'Mobile number changed by the person',
  'sign_in.late': 'Signed in after 90 days or more',
  'sign_in.refuse': 'Sign-in refused for its surname',
  'customer.export': 'All data of a customer downloaded',
  'customer.delete': 'Customer deleted',
  'customer.read': 'Customer opened',
  'customer.read_private': 'Medical and contact profile opened',
  'customer.register': 'Customer registered',
  'customer.search': 'Customers searched',
  'customer.take_in': 'Customer taken in from a signup',
  'customer_import.read_errors': 'Errors of an import read',
  'customer_import.start': 'Import started',
  'customer_import.stop': 'Import stopped',
  'customer_import.upload': 'File for an import sent',
  'data.export': 'Own data downloaded',
  'device.revoke': 'Device signed out',
  'handover.sign': 'Handover signed',
  'handover.write': 'Handover written',
  'hook.create': 'Webhooks to another system begun',
  'hook.edit': 'Address for webhooks changed',
  'hook.replay': 'Webhook to another system sent again',
  'hook.replay_since': 'Webhooks to another system sent again',
  'hook.rotate': 'Secret of webhooks changed',
  'hook.switch_off': 'Webhooks to another system switched off',
  'hook.switch_on': 'Webhooks to another system switched on',
  'integration.begin_doctor': 'Doctor started',
  'integration.run_doctor': 'Doctor ended',
  'message.read': 'Conversation opened',
  'message.write': 'Message written',
  'note.write': 'Note written',
  'operator.break_glass': 'Signed in for an emergency, without the identity provider',
  'operator.change_password': 'Own password changed',
  'operator.change_role': 'Role changed',
  'operator.invite': 'Operator invited',
  'operator.join': 'Operator joined',
  'operator.link_provider': 'Linked to the identity provider',
  'operator.make_password_link': 'Link for a new password made',
  'operator.provision': 'Operator made at the first sign-in',
  'operator.refuse_sign_in': 'Sign-in refused',
  'operator.refuse_step_up': 'Not confirmed who they are',
  'operator.reset_password': 'New password by a link',
  'operator.sign_in': 'Signed in',
  'operator.step_up': 'Confirmed who they are',
  'operator.switch_off': 'Operator switched off',
  'operator.switch_on': 'Operator switched on',
  'operator.withdraw_invitation': 'Invitation withdrawn',
  'operator_session.revoke': 'Signed out by another',
  'outcome.read': 'Report of the end opened',
  'passkey.add': 'Passkey added',
  'passkey.remove': 'Passkey removed',
  'passkey.rename': 'Passkey renamed',
  'person.erase': 'Account deleted, with all data',
  'person.erased': 'Account deleted, also at AURA',
  'press.forge': 'Press refused: not from this person',
  'press.give_outcome': 'Outcome given',
  'press_text.refuse': 'Text for help refused',
  'press_token.accept_revoked': 'Press taken from a signed-out device',
  'press_token.forge': 'Press refused: forged',
  'press_token.refuse': 'Press refused: signed-out device',
  'press_token.revoke': 'All other devices signed out',
  'records.sweep': 'Old records removed',
  'refusal.count': 'Refusals counted',
  'refusal.many': 'Many refusals',
  'report.export': 'Report exported',
  'second_factor.refuse': 'Wrong code or passkey',
  'second_factor.renew_recovery_codes': 'Recovery codes renewed',
  'second_factor.reset': 'Second step removed by an admin',
  'second_factor.turn_off': 'Second step turned off',
  'second_factor.turn_on': 'Second step turned on',
  'share_link.create': 'Link for a friend made',
  'share_link.revoke': 'Links for friends ended',
  'signup.create': 'Signup link made',
  'signup.recheck': 'Signup checked again',
  'subscription.cancel': 'Subscription ended',
  'subscription.renew': 'Subscription renewed',
  'subscription.set_dependants': 'Dependants changed',
  'subscription.start': 'Subscription started',
  'webhook.refuse': 'Delivery refused: wrong token',
  'webhook.register': 'Webhooks registered',
  'webhook.replay': 'Event replayed',
  'webhook.replay_range': 'Events replayed',
};

/** One of an older or newer version is shown without its punctuation. */
export function actionWords(action: string): string {
  return actionNames[action] ?? plain(action);
}

const roles: Readonly<Record<string, string>> = {
  ...roleNames,
  enrolling: 'Setting up the second step',
  person: 'Person',
  anonymous: 'Not signed in',
  key: 'Key of another system',
  system: 'Vigil',
};

export function actorRoleWords(role: string): string {
  return roles[role] ?? plain(role);
}

/** Words of details that are codes, by action. */
const details: Readonly<Record<string, (code: string) => string | undefined>> = {
  'alert.acknowledge': wordIn(alertNames),
  'alert.release': wordIn(alertNames),
  'alert.assign': assignedWords,
  'press.give_outcome': wordIn(outcomeNames),
  'callout.reread': rereadWords,
  'code.refuse': wordIn({ budget: 'No more codes in this hour, for anybody' }),
  'callout.set_verdict': wordIn(verdictWords),
  // The cancellation's own id.
  'callout.cancel_as_operator': () => '–',
};

/** What stands beside an entry; a refusal's code is its title. */
export function detailWords(action: string, detail: string | null): string {
  if (detail === null) return '–';
  const known = details[action]?.(detail) ?? wordIn(refusals)(detail);
  if (known) return known;
  return action === 'refusal.many'
    ? detail.replace(/^after ([\w.]+):/, (_, code: string) => `After “${actionWords(code)}”:`)
    : detail;
}

const refusals = Object.fromEntries(Object.entries(errorCatalogue).map(([code, { title }]) => [code, title]));

function wordIn(words: Readonly<Record<string, string>>) {
  return (code: string): string | undefined => words[code];
}

/** `new_callout to Ben`. */
function assignedWords(detail: string): string | undefined {
  const [kind = '', name] = detail.split(/ to (.*)/);
  const alarm = wordIn(alertNames)(kind);
  return alarm && name ? `${alarm}, to ${name}` : undefined;
}

function plain(code: string): string {
  const words = code.replace(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
