import type { TextsOf } from '../en/messages.ts';

export const account: TextsOf<'account'> = {
  'terms.title': 'Sicela ufunde imigomo yethu',
  'terms.changed':
    'Awukayamukeli {terms} njengoba injalo manje. Funda {privacy}. Inkinobho yakho isebenza noma ungakwenzi lokho.',
  'terms.link': 'imigomo',
  'terms.kept': 'nalokho esikugcinayo ngawe',
  'terms.accept': 'Ngiyamukela',
  'mobile.form': 'Shintsha inombolo yakho yeselula',
  'mobile.new': 'Inombolo entsha yeselula',
  'mobile.how': 'Sithumela ikhodi nge-SMS enombolweni yakho endala kuqala, bese siyithumela kwentsha.',
  'mobile.change': 'Shintsha inombolo yeselula',
  'mobile.lost': 'Uma ungasenayo inombolo endala, buza abantu abakunike i-Vigil.',
  'mobile.codeOld': 'Kuqala ikhodi yenombolo yakho endala.',
  'mobile.codeNew': 'Manje ikhodi yenombolo yakho entsha.',
  'mobile.stop': 'Yima',
  'mobile.done':
    'Inombolo yakho yeselula ishintshiwe. Ungena ngentsha. Izinombolo zayo ezine zokugcina ziyikhodi yakho yokuphepha.',
  'device.list': 'Amadivayisi',
  'device.isOff': 'Icinyiwe. Ayisakwazi ukubiza usizo.',
  'device.this': 'Le divayisi',
  'device.switchOff': 'Cima',
  'device.ask': 'Ucima le divayisi?',
  'device.stops': '{name}: inkinobho ekuyo iyayeka ukusebenza, uze ungene futhi lapho.',
  'device.yes': 'Yebo, yicime',
  'others.areOff': 'Icinyiwe kwamanye amadivayisi. Le divayisi isenayo inkinobho yayo.',
  'others.switchOff': 'Cima inkinobho yami kwamanye amadivayisi',
  'others.ask': 'Ucima inkinobho yakho kwamanye amadivayisi?',
  'others.stops':
    'Inkinobho iyayeka ukusebenza kwamanye amafoni namakhompyutha akho, uze ungene futhi lapho. Yenza lokhu uma idivayisi ilahlekile.',
  'data.ready': 'Ifayela lakho selilungile. Ilinki isebenza imizuzu eyishumi.',
  'data.save': 'Gcina ifayela',
  'data.safe': 'Ligcine liphephile: lisho ukuthi ubukuphi. Lisule uma ifoni isetshenziswa nangabanye.',
  'data.download': 'Landa imininingwane yami',
  'data.downloadText':
    'Uthola ifayela elinalokho i-Vigil ekugcinayo ngawe. Ukuze senze lokhu, sikuthumelela ikhodi nge-SMS.',
  'data.delete': 'Sula i-akhawunti yami',
  'data.deleteText':
    'Inkinobho yakho iyayeka ukusebenza kuwo wonke amadivayisi akho, futhi usizo alusezi uma ucindezela. I-Vigil isula lokho ekugcinayo ngawe. Awukwazi ukukubuyisela emuva.',
  'data.deleteAtAura':
    'I-Vigil itshela i-AURA ukuthi nayo ikusule. I-AURA ikumaka njengosuliwe; asazi ukuthi i-AURA igcinani. Uma i-alamu ingakapheli, awukwazi ukusula i-akhawunti yakho.',
  'data.deleteNow': 'Uma uqinisekisa ikhodi, i-akhawunti yakho isulwa khona manje.',
  'signOut.button': 'Phuma',
  'signOut.ask': 'Uyaphuma?',
  'signOut.text':
    'Ngemva kwalokhu, inkinobho kule divayisi ayibizi usizo. Ukuze uyisebenzise futhi, ngena ngekhodi nge-SMS.',
  'signOut.yes': 'Yebo, ngiyaphuma',
};
