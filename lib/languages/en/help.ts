// The page that explains the button and what the page says.

export const help = {
  'help.lead': 'In danger now? Call. You do not need Vigil for that.',
  'help.how': 'How to call for help',
  'help.hold': 'Press and hold the red button. If you cannot hold, tap “{button}”.',
  'help.countdown': 'A countdown starts. Do nothing and help is called. Tap Cancel if it was a mistake.',
  'help.seen': 'You see when your alarm is sent, and what happens next.',
  'help.broken': 'If it does not work',
  'help.offline': 'No internet: the button keeps your alarm and sends it when it can. Do not wait. Call.',
  'help.noPlace':
    'No location: allow location for this site in your browser settings. Save your address on your profile.',
  'help.noCode': 'No SMS with a code: wait one minute, then tap “{button}”.',
  'help.safe': 'If you are safe',
  'help.sayYes': 'Open your alarm and tap “I am safe”. Type the last four digits of your number.',
  'help.mayCome': 'Help may still come, to make sure.',
  'help.words': 'What the page says',
  'help.sent': 'Alarm sent: the control room has your alarm.',
  'help.room': 'The control room is helping: a person there works on it.',
  'help.way': 'Help is on the way, Help is here, Help has left: what AURA reports about the responder.',
  'help.ended': 'This has ended: AURA has closed the alarm.',
  'help.red': 'Red: something is wrong. Call.',
} as const;
