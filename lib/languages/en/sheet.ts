// The call sheet: shown where nothing else can be.

export const sheet = {
  'sheet.title': 'Call for help',
  'sheet.lead': 'You can call without internet.',
  'sheet.back': 'Back to your button',
} as const;
