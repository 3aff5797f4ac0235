import type { TextsOf } from '../en/messages.ts';

export const profile: TextsOf<'profile'> = {
  'profile.you': 'Wena',
  'profile.name': 'Igama',
  'profile.nameAtAura': 'Igama kwi-AURA',
  'profile.latin': '{name}. I-AURA ayilamkelanga igama lakho njengoko ulibhala.',
  'profile.mobile.why': 'Abancedi batsalela le nombolo, kwaye ungena ngayo.',
  'profile.address': 'Idilesi egciniweyo',
  'profile.address.why': 'Ukuba asikwazi ukufumana indawo yakho, uncedo luya apha.',
  'profile.facts': 'Okwabancedi',
  'profile.facts.why':
    'Oku kungonga ixesha xa ungakwazi ukuthetha. Sikuthumela kwi-AURA. Ungakushiya konke kungenanto.',
  'profile.button': 'Iqhosha lakho',
  'profile.button.why':
    'Indlela olicinezela ngayo, nokuba ifowuni yakho yenza ntoni emva koko. Oku kuyafana kuzo zonke izixhobo zakho.',
  'profile.contact': 'Abantu abathembileyo',
  'profile.contact.why':
    'Abantu abangafikelela kwisihlanu. Xa ubiza uncedo, umyalezo oya kowokuqala uyabe sele ulungile: uwuthumela wena. Sibathumelela i-SMS kuphela xa ukukhetha apha.',
  'profile.push': 'Imiyalezo kwesi sixhobo',
  'profile.push.why':
    'Esi sixhobo singakuxelela xa uncedo luhamba, naxa unomyalezo omtsha, nkqu naxa eli phepha livaliwe. Ubona okufanayo ephepheni. Umyalezo usenokufika emva kwexesha okanye ungafiki kwaphela.',
  'profile.push.shown':
    'Isikrini esitshixiweyo sibonisa la mazwi kuphela, ngaphandle kwegama lakho nangaphandle kwendawo. Ukuba kukho umntu ongamele kuwabona, yishiye icinyiwe le nto.',
  'profile.push.silent':
    'Emva kwealam ethuleyo akuboniswa nto iiyure ezimbini. Ukuba iqhosha lakho lisetelwe ekuthuleni, akuboniswa nto kwaphela.',
  'profile.devices': 'Izixhobo zakho',
  'profile.devices.why': 'Ezi fowuni neekhompyutha zingabiza uncedo egameni lakho. Cima ongazaziyo.',
  'profile.devices.missing':
    'Isixhobo ongakhange usisebenzise ixesha elide sisenokungabikho apha. Oku kuyasicima naso:',
  'profile.data': 'Iinkcukacha zakho',
  'profile.here': 'Esi sixhobo',
  'subscription.change': 'Tshintsha ubulungu',
  'subscription.cannot': 'Akwenzeki apha. Ufuna ukungena kwakho siqu kwi-AURA.',
  'subscription.none': 'Awunabulungu kwi-AURA. Akukho mntu unokuza.',
  'subscription.unknown': 'Akwaziwa: i-AURA ayiphenduli',
  'subscription.until': 'Busebenza kude kube',
  'subscription.cancelled': 'Burhoxiswe ngo',
  'subscription.single': 'Obomntu omnye: bukhusela wena.',
  'subscription.family': 'Obosapho: bukhusela wena namalungu osapho akubo.',
  'device.name': '{browser} kwi-{system}',
  'device.browser': 'Ibhrawuza engaziwayo',
  'device.apple': 'iPhone okanye i-iPad',
  'device.signedIn': 'Singene ngo-{day}.',
  'device.lastUsed': 'Sigqibele ukusetyenziswa ngo-{day}.',
  'device.switchOffOne': 'Cima: {name}, singene ngo-{day}',
};
