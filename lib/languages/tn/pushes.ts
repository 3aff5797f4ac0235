import type { TextsOf } from '../en/messages.ts';

export const pushes: TextsOf<'pushes'> = {
  'pushes.on': 'Melaetsa e butswe mo sedirisiweng se.',
  'pushes.off': 'Melaetsa e tswetswe mo sedirisiweng se.',
  'pushes.denied': 'Sebatli sa gago ga se letlelele melaetsa ya saete e.',
  'pushes.denied.ios':
    'Bula Settings, morago Notifications. Bona app e teng, o letlelele dikitsiso. Morago o boele fano.',
  'pushes.denied.android':
    'Tobetsa letshwao le le fa thoko ga aterese ya webo, morago Ditetla. Letlelela dikitsiso. Morago o laise tsebe e gape.',
  'pushes.denied.other':
    'Tobetsa letshwao le le fa thoko ga aterese ya webo. Letlelela dikitsiso. Morago o laise tsebe e gape.',
  'pushes.app': 'O butse tsebe e mo teng ga app e nngwe. Melaetsa ga e bereke teng.',
  'pushes.app.todo': 'Bula tsebe e mo Chrome, Safari kgotsa Firefox.',
  'pushes.install': 'iPhone kgotsa iPad e bontsha fela melaetsa ya di-app tse di mo skrineng sa gae.',
  'pushes.install.todo':
    'Tobetsa Share, morago “Add to Home Screen”. Bula app o le teng, morago o boele mo tsebeng e.',
  'pushes.unsupported': 'Sebatli se ga se kgone go bontsha melaetsa fa tsebe e tswetswe.',
  'pushes.unsupported.todo':
    'Sebatli se sengwe se ka nna sa kgona. O bona melaetsa yotlhe mo tsebeng ka boyone.',
  'pushes.failed': 'Seo ga se a bereka. Leba inthanete ya gago, o leke gape.',
  'pushes.turnOn': 'Bula melaetsa',
  'pushes.turnOff': 'Tswala melaetsa',
  'pushes.scripts': 'Tshuba JavaScript mo sebatling sa gago go dirisa se.',
};
