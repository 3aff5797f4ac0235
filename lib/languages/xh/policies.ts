import type { TextsOf } from '../en/messages.ts';

export const policies: TextsOf<'policies'> = {
  'privacy.lead': 'Oko iVigil ikwaziyo ngawe, nokuba ngubani okubonayo.',
  'privacy.keep': 'Izinto esizigcinayo ngawe',
  'privacy.keep.name':
    'Igama lakho, inombolo yakho yeselula nobulungu bakho. Ukuba ubhale indlela elibizwa ngayo igama lakho, sikugcina nako oko.',
  'privacy.keep.address':
    'Idilesi yakho egciniweyo nabantu bakho abathembileyo, ukuba usinika zona. Ungazisusa zonke kwiprofayile yakho. Ukuba uyakhetha, abantu bakho bafumana i-SMS enegama lakho lokuqala nekhonkco xa igumbi lolawulo linayo ialam yakho.',
  'privacy.keep.alarms':
    'Iialam zakho: ukuba ucinezele nini, ubuphi, kwenzeke ntoni, imiyalezo yakho nomlinganiselo wakho.',
  'privacy.keep.help': 'Uhlobo loncedo owalukhetha okokugqibela, nolwimi lwakho.',
  'privacy.keep.terms': 'Ukuba wamkele eyiphi imiqathango, nini.',
  'privacy.keep.devices':
    'Iifowuni neekhompyutha ongene kuzo: uhlobo lwebhrawuza, ukuba ungene nini nokuba ugqibele nini ukuyisebenzisa.',
  'privacy.keep.pushes':
    'Ukuba uvulela isixhobo imiyalezo: indlela ebhrawuza yaso efikeleleka ngayo, nangoluphi ulwimi.',
  'privacy.keep.location': 'Indawo yakho ngelixa ialam ivuliwe. IVigil ayikulandeli ngamanye amaxesha.',
  'privacy.seen': 'Ngubani okubonayo',
  'privacy.seen.aura':
    'I-AURA negumbi layo lolawulo: igama lakho nenombolo yakho, indawo yakho, imiyalezo yakho nomlinganiselo wakho.',
  'privacy.seen.facts':
    'Oko ukubhala phantsi kuka-“{title}” kwiprofayile yakho: sikuthumela kwi-AURA kwaye asikugcini. Abasebenzi beVigil bangakuvula apho.',
  'privacy.seen.operators':
    'Abasebenzi beVigil. IVigil ibhala phantsi ukuba ngubani ojonge iinkcukacha zakho zabucala.',
  'privacy.seen.friend':
    'Umhlobo onekhonkco lakho: okwenzekayo nalapho ukhoyo, ide iphele ialam okanye usuku olunye.',
  'privacy.seen.sms':
    'Inkonzo yeSMS: inombolo yakho yeselula, iikhowudi esikuthumelela zona, noko sikuxelela kona ngeenguqu kwi-akhawunti yakho.',
  'privacy.seen.pushes':
    'Umenzi webhrawuza yakho, ukuba uvulela isixhobo imiyalezo: ukuba sithumela into, hayi oko ikuthethayo.',
  'privacy.seen.nobody': 'Asikuthengisi esikwaziyo ngawe. Azikho iintengiso.',
  'privacy.long': 'Sikugcina ixesha elingakanani',
  'privacy.long.code': 'Ikhowudi ngeSMS isebenza imizuzu elishumi.',
  'privacy.long.registration':
    'Ubhaliso ongalugqibiyo: iyure enye. Ukuba i-AURA ayiphendulanga, ukuya kwiintsuku ezingamashumi amathathu.',
  'privacy.long.systems': 'Imiyalezo phakathi kwenkqubo ye-AURA neyethu: {time}.',
  'privacy.long.path': 'Indlela oyihambileyo ngealam: {time}.',
  'privacy.long.alarms':
    'Iialam zakho: {time} emva kokuphela kwazo. Emva koko sicima igama lakho, indawo nemiyalezo kuzo.',
  'privacy.long.addresses': 'Iidilesi ze-intanethi kuluhlu lwethu lokuba ngubani wenze ntoni: {time}.',
  'privacy.long.device':
    'Ifowuni okanye ikhompyutha ongene kuyo: iintsuku ezi-400 emva kokungena kwakho apho.',
  'privacy.long.account': 'I-akhawunti yakho: ude uyicime. Cofa “{button}” kwiprofayile yakho.',
  'privacy.long.aura':
    'Ukuba ucima i-akhawunti yakho, sixelela i-AURA. I-AURA ikuphawula njengocinyiweyo. Asazi ukuba i-AURA igcina ntoni.',
  'privacy.long.open': 'Ngelixa ialam ingekapheli, awunakuyicima i-akhawunti yakho.',
  'privacy.long.see':
    'Cofa “{button}” kwiprofayile yakho ukuze ubone esikugcinayo. Cela abantu abakunike iVigil ukuba bakulungise.',
  'privacy.phone': 'Kwifowuni yakho',
  'privacy.phone.button':
    'Iqhosha lihlala lilungile iintsuku ezi-400 emva kokungena. Emva koko ungena kwakhona.',
  'privacy.phone.alarm':
    'Indawo yakho yokugqibela nealam engekathunyelwa zihlala kule fowuni, ukuze kungalahleki nto.',
  'privacy.phone.help':
    'Uhlobo loncedo olukhethileyo, nokuba ugqibele nini ukuziqhelisa, nazo zihlala kule fowuni.',
  'privacy.phone.signOut': 'Phuma kwiprofayile yakho ukuze ususe konke oku kwifowuni.',
  'privacy.years': '{count, plural, one {unyaka omnye} other {iminyaka e-#}}',
  'privacy.days': '{count, plural, one {usuku olunye} other {iintsuku ezi-#}}',
  'conditions.lead': 'Oko ungakulindela kwiVigil, noko ungenakukulindela.',
  'conditions.version': 'Uguqulelo {version}',
  'conditions.does': 'Oko iVigil ikwenzayo',
  'conditions.does.sends': 'Ithumela ialam yakho nendawo yakho kwi-AURA. I-AURA igqiba ukuba ngubani ozayo.',
  'conditions.does.tries':
    'Iyaqhubeka izama xa i-AURA ingaphenduli, kwaye ikuxelela ukuba ialam yakho ayikathunyelwa.',
  'conditions.does.shows': 'Ikubonisa oko i-AURA ikuxelayo, nokuba bekunini.',
  'conditions.not': 'Oko iVigil ingakuthembisiyo',
  'conditions.not.comes':
    'Ukuba uncedo luyafika, okanye ngokukhawuleza kangakanani. Kuxhomekeke kwi-AURA, kwindawo yakho nakubulungu bakho.',
  'conditions.not.works': 'Ukuba iqhosha lisebenza ngaphandle kwe-intanethi, ibhetri okanye indawo.',
  'conditions.not.map': 'Ukuba imephu ichanekile. Ifowuni yakho ingaphazama ngalapho ukhoyo.',
  'conditions.not.police':
    'IVigil ayingomapolisa, iambulensi okanye abacimi-mlilo. Xa usengozini ungasoloko utsalela u-112.',
  'conditions.ask': 'Oko sikucela kuwe',
  'conditions.ask.press': 'Cinezela xa ufuna uncedo. Sebenzisa u-Ziqhelise ukuze uzame iqhosha.',
  'conditions.ask.name': 'Nika igama lakho lokwenene nenombolo oyiphendulayo.',
  'conditions.ask.mistake': 'Ukuba ucinezele ngempazamo, cofa u-Rhoxisa, okanye u-“Ndikhuselekile”.',
  'conditions.ask.lost': 'Ukuba ulahlekelwa yifowuni yakho, cima iqhosha layo kwiprofayile yakho.',
};
