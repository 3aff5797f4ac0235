// What the page says of a press before it is sent: the same from React and from the inline script, to which the page
// brings it.

export const hold = {
  'hold.how': 'Press and hold.',
  'hold.seconds': '{seconds} seconds',
  'hold.howLong': 'Hold for {length}.',
  'hold.holding': 'Keep holding…',
  'hold.tooSoon': 'Not sent. You let go too soon. {howLong}',
  'hold.twoTaps': 'Tap two times.',
  'hold.tapAgain': 'Tap again to call for help.',
  'hold.notTwice': 'Not sent. You did not tap again. Tap two times.',
  'hold.unlessCancelled': 'Help will be called. Tap Cancel to stop.',
  'hold.sending': 'Sending…',
  'hold.cancelling': 'Cancelling…',
  'hold.nothingSent': 'Cancelled. Nothing was sent.',
  'hold.nothingMore': 'Nothing more was sent.',
  'hold.cancelUnheard':
    'We could not reach the server. Help may be coming. Open this page again. Then you can tap “I am safe”.',
  'hold.noAnswer': 'No answer yet. Do not wait. Call now.',
  'hold.stillNeeded': 'You pressed a while ago. We do not know if help was called. Do you need help now?',
} as const;
