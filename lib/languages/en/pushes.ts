// The switch for messages on this device, on the profile: how it is, and what stands in the way.

export const pushes = {
  'pushes.on': 'Messages are on for this device.',
  'pushes.off': 'Messages are off for this device.',
  'pushes.denied': 'Your browser does not allow messages from this site.',
  'pushes.denied.ios':
    'Open Settings, then Notifications. Find this app there and allow notifications. Then come back here.',
  'pushes.denied.android':
    'Tap the sign beside the web address, then Permissions. Allow notifications. Then load this page again.',
  'pushes.denied.other':
    'Click the sign beside the web address. Allow notifications. Then load this page again.',
  'pushes.app': 'You opened this page inside another app. Messages do not work there.',
  'pushes.app.todo': 'Open this page in Chrome, Safari or Firefox.',
  'pushes.install': 'An iPhone or iPad shows messages only for apps on the home screen.',
  'pushes.install.todo':
    'Tap Share, then “Add to Home Screen”. Open the app from there and come back to this page.',
  'pushes.unsupported': 'This browser cannot show messages while the page is closed.',
  'pushes.unsupported.todo': 'Another browser may. You see all messages on the page itself.',
  'pushes.failed': 'That did not work. Look at your internet and try again.',
  'pushes.turnOn': 'Turn messages on',
  'pushes.turnOff': 'Turn messages off',
  'pushes.scripts': 'Turn on JavaScript in your browser to use this.',
} as const;
