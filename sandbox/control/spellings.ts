// Undocumented keys, spellings and parts of answers. The first position is the likelier one.
import type { Switch } from './switch.ts';

export const spellingSwitches = {
  statusTexts: {
    doubt: 'Whether there are status texts beside the three that are documented',
    positions: ['invented', 'documented'],
    of: ['readCallout', 'listActiveCallouts'],
  },
  nestedStatus: {
    doubt: 'Whether the nested read has status',
    positions: ['present', 'absent'],
    of: ['readCallout'],
  },
  nestedUrl: {
    doubt: 'Whether the nested read has url',
    positions: ['absent', 'present'],
    of: ['readCallout'],
  },
  customerIdKey: {
    doubt: "Key of a customer's id",
    positions: ['id', 'customerId'],
    of: ['createCustomer', 'readCustomer'],
  },
  calloutIdKey: {
    doubt: "Key of a callout's id",
    positions: ['id', 'calloutId'],
    of: ['createCallout', 'readCallout'],
  },
  statusSpelling: {
    doubt: 'Spelling of status texts',
    positions: ['mixed', 'lower', 'upper'],
    of: ['readCallout', 'listActiveCallouts'],
  },
  numbers: {
    doubt: 'Ids and coordinates in answers',
    positions: ['number', 'text'],
    of: ['createCallout', 'createCustomer', 'readCallout'],
  },
  tokenKeys: {
    doubt: 'Spelling of the token answer',
    positions: ['camel', 'snake'],
    of: ['createToken', 'createCalloutToken'],
  },
  expiresIn: {
    doubt: 'Meaning of expiresIn',
    positions: ['lifetime', 'instant'],
    of: ['createToken', 'createCalloutToken'],
  },
  categoryKey: {
    doubt: 'Spelling of the incident category',
    positions: ['incidentcategory', 'incidentCategory'],
    of: ['readCallout'],
  },
  classificationPlace: {
    doubt: 'Where calloutClassification stands',
    positions: ['callout', 'incident'],
    of: ['readCallout'],
  },
  positionKeys: { doubt: 'Keys of a nested position', positions: ['latitude', 'lat'], of: ['readCallout'] },
  cancelAnswer: {
    doubt: 'Shape of the callout that a cancellation returns',
    positions: ['flat', 'nested'],
    of: ['cancelCallout'],
  },
  closedAnswer: {
    doubt: 'The callout that comes with status 285',
    positions: ['enveloped', 'bare'],
    of: ['updateLocation', 'updateLocationAndRead', 'sendEvent', 'cancelCallout'],
  },
  emptyAnswers: {
    doubt: 'Whether an answer that only confirms has a body',
    positions: ['body', '204'],
    of: [
      'updateLocation',
      'updateLocationAndRead',
      'sendEvent',
      'cancelCallout',
      'giveExceptionReason',
      'rateCallout',
      'deleteCustomer',
    ],
  },
  customerKeys: {
    doubt: "Keys of a customer's name and mobile",
    positions: ['name', 'firstName'],
    of: ['createCustomer', 'readCustomer', 'updateCustomer'],
  },
  subscriptionTypeKey: {
    doubt: "Key of a subscription type's name",
    positions: ['value', 'name'],
    of: ['listSubscriptionTypes'],
  },
  subscriptionTypeList: {
    doubt: 'Shape of the list of subscription types',
    positions: ['enveloped', 'bare', 'subscriptionTypeId'],
    of: ['listSubscriptionTypes'],
  },
  renewal: {
    doubt: 'Shape of a renewed subscription',
    positions: ['list', 'one'],
    of: ['renewSubscription'],
  },
  subscriptionStatus: {
    doubt: 'Whether a subscription has a status',
    positions: ['absent', 'present'],
    of: ['readSubscription', 'listCustomerSubscriptions'],
  },
  dependantsKey: {
    doubt: 'Spelling of the dependants that are read',
    positions: ['dependents', 'dependants'],
    of: ['readSubscription'],
  },
  dependantShape: {
    doubt: 'What one dependant looks like',
    positions: ['customerId', 'id', 'number'],
    of: ['readSubscription'],
  },
  eventShape: {
    doubt: 'Where the words of an event stand',
    positions: ['event', 'message'],
    of: ['listEvents', 'sendEvent'],
  },
  eventKeys: {
    doubt: 'Key of the words inside event',
    positions: ['message', 'body', 'text', 'content'],
    of: ['listEvents', 'sendEvent'],
  },
  senderKey: {
    doubt: 'Key of the sender of an event',
    positions: ['source', 'sender', 'senderRole', 'role'],
    of: ['listEvents', 'sendEvent'],
  },
  senderPlace: {
    doubt: 'Whether the sender stands inside event',
    positions: ['inside', 'outside'],
    of: ['listEvents', 'sendEvent'],
  },
  reasonKey: {
    doubt: 'Key of the words of a reason for cancelling',
    positions: ['reason', 'description'],
    of: ['listExceptionReasons', 'giveExceptionReason'],
  },
  givenReasonKey: {
    doubt: 'Key of the id of a reason that was given',
    positions: ['id', 'exceptionReasonId'],
    of: ['giveExceptionReason'],
  },
  mapAnswer: {
    doubt: 'Whether a map comes as an address or as the picture',
    positions: ['url', 'image'],
    of: ['readMap'],
  },
  ratingAnswer: {
    doubt: 'Shape of a rating that was made',
    positions: ['object', 'number'],
    of: ['rateCallout'],
  },
} as const satisfies Record<string, Switch>;
