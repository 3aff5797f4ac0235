import type { TextsOf } from '../en/messages.ts';

export const pushes: TextsOf<'pushes'> = {
  'pushes.on': 'Boodskappe is aan op hierdie toestel.',
  'pushes.off': 'Boodskappe is af op hierdie toestel.',
  'pushes.denied': 'Jou blaaier laat nie boodskappe van hierdie werf toe nie.',
  'pushes.denied.ios':
    'Maak Settings oop, dan Notifications. Soek hierdie toep daar en laat kennisgewings toe. Kom dan terug hierheen.',
  'pushes.denied.android':
    'Tik die teken langs die webadres, dan Toestemmings. Laat kennisgewings toe. Laai dan hierdie bladsy weer.',
  'pushes.denied.other':
    'Klik die teken langs die webadres. Laat kennisgewings toe. Laai dan hierdie bladsy weer.',
  'pushes.app': 'Jy het hierdie bladsy binne ’n ander toep oopgemaak. Boodskappe werk nie daar nie.',
  'pushes.app.todo': 'Maak hierdie bladsy in Chrome, Safari of Firefox oop.',
  'pushes.install': '’n iPhone of iPad wys net boodskappe van toeps wat op die tuisskerm is.',
  'pushes.install.todo':
    'Tik Deel, dan “Voeg by tuisskerm”. Maak die toep van daar af oop en kom terug na hierdie bladsy.',
  'pushes.unsupported': 'Hierdie blaaier kan nie boodskappe wys terwyl die bladsy toe is nie.',
  'pushes.unsupported.todo': '’n Ander blaaier kan dalk. Jy sien alle boodskappe op die bladsy self.',
  'pushes.failed': 'Dit het nie gewerk nie. Kyk na jou internet en probeer weer.',
  'pushes.turnOn': 'Skakel boodskappe aan',
  'pushes.turnOff': 'Skakel boodskappe af',
  'pushes.scripts': 'Skakel JavaScript in jou blaaier aan om dit te gebruik.',
};
