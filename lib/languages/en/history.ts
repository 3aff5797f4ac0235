// The list of a person's past alarms.

export const history = {
  'history.title': 'Your alarms',
  'history.lead': 'When you called for help, and how it ended.',
  'history.none': 'No alarms yet.',
  'history.open': 'See this alarm',
  'history.older': 'Older',
  'history.newest': 'Newest',
  'history.all': 'Your past alarms',
  'history.before.raised': 'The alarm was sent.',
  'history.before.owned': 'The control room was helping.',
  'history.before.dispatched': 'Help was on the way.',
  'history.before.arrived': 'Help came.',
  'history.before.completed': 'Help came and left.',
  'history.before.cancelled': 'The alarm was cancelled.',
  'terms.new': 'The terms have changed. Read them when you are safe.',
  'history.safe': 'You said that you are safe.',
  'history.pressed': 'You pressed the button.',
  'history.not.recorded': 'This alarm is not sent yet.',
  'history.not.rejected': 'AURA did not accept this alarm.',
  'history.not.expired': 'This alarm could not be sent in time.',
  'history.not.withdrawn': 'You cancelled before it was sent.',
} as const;
