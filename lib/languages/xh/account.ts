import type { TextsOf } from '../en/messages.ts';

export const account: TextsOf<'account'> = {
  'terms.title': 'Nceda ufunde imiqathango yethu',
  'terms.changed':
    'Awukayamkeli {terms} njengoko injalo ngoku. Funda {privacy}. Iqhosha lakho liyasebenza nokuba awukwenzi oko.',
  'terms.link': 'imiqathango',
  'terms.kept': 'nezinto esizigcinayo ngawe',
  'terms.accept': 'Ndiyamkela',
  'mobile.form': 'Tshintsha inombolo yakho yeselula',
  'mobile.new': 'Inombolo entsha yeselula',
  'mobile.how': 'Sithumela ikhowudi ngeSMS kwinombolo yakho endala kuqala, size siyithumele kwentsha.',
  'mobile.change': 'Tshintsha inombolo yeselula',
  'mobile.lost': 'Ukuba awusenayo inombolo endala, buza abantu abakunike iVigil.',
  'mobile.codeOld': 'Kuqala ikhowudi yenombolo yakho endala.',
  'mobile.codeNew': 'Ngoku ikhowudi yenombolo yakho entsha.',
  'mobile.stop': 'Yeka',
  'mobile.done':
    'Inombolo yakho yeselula itshintshiwe. Ungena ngentsha. Amanani ayo amane okugqibela yikhowudi yakho yokhuseleko.',
  'device.list': 'Izixhobo',
  'device.isOff': 'Sicinyiwe. Asisakwazi ukubiza uncedo.',
  'device.this': 'Esi sixhobo',
  'device.switchOff': 'Cima',
  'device.ask': 'Uyasicima esi sixhobo?',
  'device.stops': '{name}: iqhosha elikuso liyayeka ukusebenza, ude ungene kwakhona apho.',
  'device.yes': 'Ewe, sicime',
  'others.areOff': 'Licinyiwe kwezinye izixhobo. Esi sixhobo sisenalo iqhosha laso.',
  'others.switchOff': 'Cima iqhosha lam kwezinye izixhobo',
  'others.ask': 'Uyalicima iqhosha lakho kwezinye izixhobo?',
  'others.stops':
    'Iqhosha liyayeka ukusebenza kwezinye iifowuni neekhompyutha zakho, ude ungene kwakhona apho. Yenza oku ukuba isixhobo silahlekile.',
  'data.ready': 'Ifayile yakho ilungile. Ikhonkco lisebenza imizuzu elishumi.',
  'data.save': 'Gcina ifayile',
  'data.safe': 'Yigcine ikhuselekile: ixela apho ubukhona. Yicime ukuba ifowuni isetyenziswa nangabanye.',
  'data.download': 'Khuphela iinkcukacha zam',
  'data.downloadText':
    'Ufumana ifayile enezinto iVigil ezigcinayo ngawe. Ukuze senze oku, sikuthumelela ikhowudi ngeSMS.',
  'data.delete': 'Cima i-akhawunti yam',
  'data.deleteText':
    'Iqhosha lakho liyayeka ukusebenza kuzo zonke izixhobo zakho, kwaye uncedo alusezi xa ucinezela. IVigil icima izinto ezigcinayo ngawe. Awunakukubuyisela oku.',
  'data.deleteAtAura':
    'IVigil ixelela i-AURA ukuba nayo ikucime. I-AURA ikuphawula njengocinyiweyo; asazi ukuba i-AURA igcina ntoni. Ngelixa ialam ingekapheli, awunakuyicima i-akhawunti yakho.',
  'data.deleteNow': 'Xa uqinisekisa ikhowudi, i-akhawunti yakho icinywa kwangoko.',
  'signOut.button': 'Phuma',
  'signOut.ask': 'Uyaphuma?',
  'signOut.text':
    'Emva koku, iqhosha kwesi sixhobo alibizi uncedo. Ukuze ulisebenzise kwakhona, ngena ngekhowudi ngeSMS.',
  'signOut.yes': 'Ewe, ndiyaphuma',
};
