import type { TextsOf } from '../en/messages.ts';

export const policies: TextsOf<'policies'> = {
  'privacy.lead': 'Lokho i-Vigil ekwaziyo ngawe, nokuthi ubani okubonayo.',
  'privacy.keep': 'Lokho esikugcinayo ngawe',
  'privacy.keep.name':
    'Igama lakho, inombolo yakho yeselula nobulungu bakho. Uma ubhale ukuthi igama lakho libizwa kanjani, sikugcina nalokho.',
  'privacy.keep.address':
    'Ikheli lakho eligciniwe nabantu bakho abathenjwayo, uma usinika khona. Ungakususa konke kuphrofayela yakho. Uma ukukhetha, abantu bakho bathola i-SMS enegama lakho lokuqala nelinki uma igumbi lokulawula linayo i-alamu yakho.',
  'privacy.keep.alarms':
    'Ama-alamu akho: ukuthi ucindezele nini, ubukuphi, kwenzekeni, imilayezo yakho nesilinganiso sakho.',
  'privacy.keep.help': 'Uhlobo losizo owalukhetha okokugcina, nolimi lwakho.',
  'privacy.keep.terms': 'Ukuthi wamukele yiphi imigomo, nini.',
  'privacy.keep.devices':
    'Amafoni namakhompyutha ongene kuwo: uhlobo lwebhrawuza, ukuthi ungene nini nokuthi ugcine nini ukuyisebenzisa.',
  'privacy.keep.pushes':
    'Uma uvulela idivayisi imilayezo: ukuthi ibhrawuza yayo ifinyelelwa kanjani, nangaluphi ulimi.',
  'privacy.keep.location': 'Indawo yakho ngenkathi i-alamu ivuliwe. I-Vigil ayikulandeli ngezinye izikhathi.',
  'privacy.seen': 'Ubani okubonayo',
  'privacy.seen.aura':
    'I-AURA negumbi layo lokulawula: igama lakho nenombolo yakho, indawo yakho, imilayezo yakho nesilinganiso sakho.',
  'privacy.seen.facts':
    'Okubhala ngaphansi kuka-“{title}” kuphrofayela yakho: sikuthumela ku-AURA futhi asikugcini. Opharetha be-Vigil bangakuvula khona lapho.',
  'privacy.seen.operators':
    'Opharetha be-Vigil. I-Vigil ibhala phansi ukuthi ubani obheke imininingwane yakho eyimfihlo.',
  'privacy.seen.friend':
    'Umngane onelinki yakho: okwenzekayo nokuthi ukuphi, ize iphele i-alamu noma usuku olulodwa.',
  'privacy.seen.sms':
    'Isevisi ye-SMS: inombolo yakho yeselula, amakhodi esikuthumelela wona, nesikutshela khona ngezinguquko ku-akhawunti yakho.',
  'privacy.seen.pushes':
    'Umenzi webhrawuza yakho, uma uvulela idivayisi imilayezo: ukuthi sithumela okuthile, hhayi ukuthi kuthini.',
  'privacy.seen.nobody': 'Asikuthengisi esikwaziyo ngawe. Azikho izikhangiso.',
  'privacy.long': 'Sikugcina isikhathi esingakanani',
  'privacy.long.code': 'Ikhodi nge-SMS isebenza imizuzu eyishumi.',
  'privacy.long.registration':
    'Ukubhalisa ongakuqedi: ihora elilodwa. Uma i-AURA ingaphendulanga, kuze kube yizinsuku ezingamashumi amathathu.',
  'privacy.long.systems': 'Imilayezo phakathi kohlelo lwe-AURA nolwethu: {time}.',
  'privacy.long.path': 'Indlela oyihambe nge-alamu: {time}.',
  'privacy.long.alarms':
    'Ama-alamu akho: {time} ngemva kokuphela kwawo. Bese sisula igama lakho, indawo nemilayezo kuwo.',
  'privacy.long.addresses': 'Amakheli e-inthanethi ohlwini lwethu lokuthi ubani wenzeni: {time}.',
  'privacy.long.device':
    'Ifoni noma ikhompyutha ongene kuyo: izinsuku ezingu-400 ngemva kokungena kwakho khona.',
  'privacy.long.account': 'I-akhawunti yakho: uze uyisule. Thepha “{button}” kuphrofayela yakho.',
  'privacy.long.aura':
    'Uma usula i-akhawunti yakho, sitshela i-AURA. I-AURA ikumaka njengosuliwe. Asazi ukuthi i-AURA igcinani.',
  'privacy.long.open': 'Uma i-alamu ingakapheli, awukwazi ukusula i-akhawunti yakho.',
  'privacy.long.see':
    'Thepha “{button}” kuphrofayela yakho ukuze ubone esikugcinayo. Cela abantu abakunike i-Vigil ukuthi bakulungise.',
  'privacy.phone': 'Efonini yakho',
  'privacy.phone.button':
    'Inkinobho ihlala ilungile izinsuku ezingu-400 ngemva kokungena. Bese ungena futhi.',
  'privacy.phone.alarm':
    'Indawo yakho yokugcina ne-alamu engakathunyelwa kuhlala kule foni, ukuze kungalahleki lutho.',
  'privacy.phone.help':
    'Uhlobo losizo olukhethile, nokuthi ugcine nini ukuzijwayeza, nakho kuhlala kule foni.',
  'privacy.phone.signOut': 'Phuma kuphrofayela yakho ukuze ususe konke lokhu efonini.',
  'privacy.years': '{count, plural, one {unyaka owodwa} other {iminyaka engu-#}}',
  'privacy.days': '{count, plural, one {usuku olulodwa} other {izinsuku ezingu-#}}',
  'conditions.lead': 'Ongakulindela ku-Vigil, nongeke ukulindele.',
  'conditions.version': 'Uhlobo {version}',
  'conditions.does': 'Okwenziwa yi-Vigil',
  'conditions.does.sends': 'Ithumela i-alamu yakho nendawo yakho ku-AURA. I-AURA inquma ukuthi ubani ozayo.',
  'conditions.does.tries':
    'Iyaqhubeka nokuzama uma i-AURA ingaphenduli, futhi ikutshela ukuthi i-alamu yakho ayikathunyelwa.',
  'conditions.does.shows': 'Ikubonisa lokho i-AURA ekubikayo, nokuthi bekunini.',
  'conditions.not': 'Okungathenjiswa yi-Vigil',
  'conditions.not.comes':
    'Ukuthi usizo luyafika, noma masinyane kangakanani. Kuya nge-AURA, ngendawo yakho nangobulungu bakho.',
  'conditions.not.works': 'Ukuthi inkinobho isebenza ngaphandle kwe-inthanethi, ibhethri noma indawo.',
  'conditions.not.map': 'Ukuthi imephu inembile. Ifoni yakho ingaba nephutha ngokuthi ukuphi.',
  'conditions.not.police':
    'I-Vigil akuwona amaphoyisa, i-ambulensi noma abacishi bomlilo. Uma usengozini ungahlala ushayela u-112.',
  'conditions.ask': 'Esikucela kuwe',
  'conditions.ask.press': 'Cindezela uma udinga usizo. Sebenzisa u-Zijwayeze ukuze uzame inkinobho.',
  'conditions.ask.name': 'Nika igama lakho langempela nenombolo oyiphendulayo.',
  'conditions.ask.mistake': 'Uma ucindezele ngephutha, thepha u-Khansela, noma u-“Ngiphephile”.',
  'conditions.ask.lost': 'Uma ulahlekelwa yifoni yakho, cima inkinobho yayo kuphrofayela yakho.',
};
