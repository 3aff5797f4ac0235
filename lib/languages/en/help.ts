// The page that explains the button and what the page says.

export const help = {
  'guide.lead': 'In danger now? Call. You do not need Vigil for that.',
  'guide.how': 'How to call for help',
  'guide.hold': 'Press and hold the red button. If you cannot hold, tap “{button}”.',
  'guide.countdown': 'A countdown starts. Do nothing and help is called. Tap Cancel if it was a mistake.',
  'guide.seen': 'You see when your alarm is sent, and what happens next.',
  'guide.broken': 'If it does not work',
  'guide.offline': 'No internet: the button keeps your alarm and sends it when it can. Do not wait. Call.',
  'guide.noPlace':
    'No location: allow location for this site in your browser settings. Save your address on your profile.',
  'guide.noCode': 'No SMS with a code: wait one minute, then tap “{button}”.',
  'guide.safe': 'If you are safe',
  'guide.sayYes': 'Open your alarm and tap “I am safe”. Type the last four digits of your number.',
  'guide.mayCome': 'Help may still come, to make sure.',
  'guide.words': 'What the page says',
  'guide.sent': 'Alarm sent: the control room has your alarm.',
  'guide.room': 'The control room is helping: a person there works on it.',
  'guide.way': 'Help is on the way, Help is here, Help has left: what AURA reports about the responder.',
  'guide.ended': 'This has ended: AURA has closed the alarm.',
  'guide.red': 'Red: something is wrong. Call.',
  'guide.questions': 'Questions, and no danger?',
  'guide.support': 'Call support: {number}',
} as const;
