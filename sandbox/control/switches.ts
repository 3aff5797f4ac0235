// One switch for each thing that AURA's pages leave open. The first position is the likelier one.

type Switch = { doubt: string; positions: readonly [string, string, ...string[]] };

export const switches = {
  noSubscription: { doubt: 'Status of a callout without an active subscription', positions: ['403', '400'] },
  created: { doubt: 'Status of a successful creation', positions: ['201', '200'] },
  existingCallout: { doubt: 'Status when the active callout is returned', positions: ['200', '201'] },
  knownMobile: { doubt: 'Status of a second customer with one mobile', positions: ['409', '400'] },
  nestedStatus: { doubt: 'Whether the nested read has status', positions: ['present', 'absent'] },
  nestedUrl: { doubt: 'Whether the nested read has url', positions: ['absent', 'present'] },
  customerIdKey: { doubt: "Key of a customer's id", positions: ['id', 'customerId'] },
  calloutIdKey: { doubt: "Key of a callout's id", positions: ['id', 'calloutId'] },
  statusSpelling: { doubt: 'Spelling of status texts', positions: ['mixed', 'lower', 'upper'] },
  subscriptionTypeList: {
    doubt: 'Shape of the list of subscription types',
    positions: ['enveloped', 'bare', 'subscriptionTypeId'],
  },
  tokenKeys: { doubt: 'Spelling of the token answer', positions: ['camel', 'snake'] },
  expiresIn: { doubt: 'Meaning of expiresIn', positions: ['lifetime', 'instant'] },
  numbers: { doubt: 'Ids and coordinates in answers', positions: ['number', 'text'] },
  categoryKey: {
    doubt: 'Spelling of the incident category',
    positions: ['incidentcategory', 'incidentCategory'],
  },
  classificationPlace: { doubt: 'Where calloutClassification stands', positions: ['callout', 'incident'] },
  positionKeys: { doubt: 'Keys of a nested position', positions: ['latitude', 'lat'] },
  trackingUrl: {
    doubt: 'What the url of a new callout is worth',
    positions: ['good', 'absent', 'not_https', 'foreign'],
  },
  trackingFrame: { doubt: 'Whether the tracking page may be framed', positions: ['allowed', 'refused'] },
  strictFields: { doubt: 'Whether unknown request fields are refused', positions: ['off', 'on'] },
} as const satisfies Record<string, Switch>;

export type SwitchName = keyof typeof switches;
export type SwitchPositions = { [Name in SwitchName]: (typeof switches)[Name]['positions'][number] };

export const switchNames = Object.keys(switches) as SwitchName[];

export function isSwitch(name: string): name is SwitchName {
  return Object.hasOwn(switches, name);
}

/** Whether a switch has a position of that name. */
export function hasPosition(name: SwitchName, position: unknown): boolean {
  return switches[name].positions.some((known) => known === position);
}

// Safe because every name gets the first of its own positions.
export function defaultPositions(): SwitchPositions {
  return Object.fromEntries(
    switchNames.map((name) => [name, switches[name].positions[0]]),
  ) as SwitchPositions;
}
