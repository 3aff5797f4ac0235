import type { TextsOf } from '../en/messages.ts';

export const pushes: TextsOf<'pushes'> = {
  'pushes.on': 'Ujumbe umewashwa kwenye kifaa hiki.',
  'pushes.off': 'Ujumbe umezimwa kwenye kifaa hiki.',
  'pushes.denied': 'Kivinjari chako hakiruhusu ujumbe kutoka tovuti hii.',
  'pushes.denied.ios':
    'Fungua Settings, kisha Notifications. Tafuta programu hii hapo na uruhusu arifa. Kisha rudi hapa.',
  'pushes.denied.android':
    'Gusa alama kando ya anwani ya wavuti, kisha Ruhusa. Ruhusu arifa. Kisha pakia ukurasa huu tena.',
  'pushes.denied.other': 'Bofya alama kando ya anwani ya wavuti. Ruhusu arifa. Kisha pakia ukurasa huu tena.',
  'pushes.app': 'Umefungua ukurasa huu ndani ya programu nyingine. Ujumbe haufanyi kazi huko.',
  'pushes.app.todo': 'Fungua ukurasa huu katika Chrome, Safari au Firefox.',
  'pushes.install': 'iPhone au iPad inaonyesha tu ujumbe wa programu zilizo kwenye skrini ya mwanzo.',
  'pushes.install.todo':
    'Gusa Share, kisha “Add to Home Screen”. Fungua programu kutoka hapo na urudi kwenye ukurasa huu.',
  'pushes.unsupported': 'Kivinjari hiki hakiwezi kuonyesha ujumbe wakati ukurasa umefungwa.',
  'pushes.unsupported.todo': 'Kivinjari kingine huenda kikaweza. Unaona ujumbe wote kwenye ukurasa wenyewe.',
  'pushes.failed': 'Hilo halikufanya kazi. Angalia intaneti yako na ujaribu tena.',
  'pushes.turnOn': 'Washa ujumbe',
  'pushes.turnOff': 'Zima ujumbe',
  'pushes.scripts': 'Washa JavaScript katika kivinjari chako ili kutumia hii.',
};
