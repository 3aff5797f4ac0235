import type { TextsOf } from '../en/messages.ts';

export const pushes: TextsOf<'pushes'> = {
  'pushes.on': 'Melaetsa e butswe sesebedisweng sena.',
  'pushes.off': 'Melaetsa e kwetswe sesebedisweng sena.',
  'pushes.denied': 'Sebatli sa hao ha se dumelle melaetsa ya saete ena.',
  'pushes.denied.ios':
    'Bula Settings, ebe Notifications. Fumana app ena moo, o dumelle ditsebiso. Ebe o kgutlela mona.',
  'pushes.denied.android':
    'Tlanya letshwao le pela aterese ya webo, ebe Ditumello. Dumella ditsebiso. Ebe o laola leqephe lena hape.',
  'pushes.denied.other':
    'Tobetsa letshwao le pela aterese ya webo. Dumella ditsebiso. Ebe o laola leqephe lena hape.',
  'pushes.app': 'O butse leqephe lena ka hare ho app e nngwe. Melaetsa ha e sebetse moo.',
  'pushes.app.todo': 'Bula leqephe lena ho Chrome, Safari kapa Firefox.',
  'pushes.install': 'iPhone kapa iPad e bontsha feela melaetsa ya di-app tse skrineng sa lapeng.',
  'pushes.install.todo':
    'Tlanya Share, ebe “Add to Home Screen”. Bula app o le moo, ebe o kgutlela leqepheng lena.',
  'pushes.unsupported': 'Sebatli sena ha se kgone ho bontsha melaetsa ha leqephe le kwetswe.',
  'pushes.unsupported.todo': 'Sebatli se seng se ka nna sa kgona. O bona melaetsa yohle leqepheng ka bolona.',
  'pushes.failed': 'Seo ha se a sebetsa. Sheba inthanete ya hao, o leke hape.',
  'pushes.turnOn': 'Bula melaetsa',
  'pushes.turnOff': 'Kwala melaetsa',
  'pushes.scripts': 'Bulela JavaScript sebatling sa hao ho sebedisa sena.',
};
