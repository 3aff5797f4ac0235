// *Leave this page*, which every page of a person has.

export const leave = {
  'leave.name': 'Leave this page',
  'leave.about': 'Hides this page and opens another site. Your alarm goes on. Or press Shift three times.',
  'leave.stays': 'You are still on this page.',
  'leave.twoMore': 'Press Shift two more times to leave this page.',
  'leave.oneMore': 'Press Shift once more to leave this page.',
} as const;
