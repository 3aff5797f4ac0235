import type { TextsOf } from '../en/messages.ts';

export const policies: TextsOf<'policies'> = {
  'privacy.lead': 'Seo Vigil e se tsebang ka wena, le hore na ke mang ya se bonang.',
  'privacy.keep': 'Seo re se bolokang ka wena',
  'privacy.keep.name':
    'Lebitso la hao, nomoro ya hao ya mohala le peeletso ya hao. Haeba o ngotse kamoo lebitso la hao le bitswang kateng, re boloka le sona.',
  'privacy.keep.address':
    'Aterese ya hao e bolokilweng le batho ba hao ba tshepuwang, haeba o re fa tsona. O ka tlosa tsohle ho profaele ya hao. Haeba o e kgetha, batho ba hao ba fumana SMS e nang le lebitso la hao la pele le kgokahano ha phapusi ya taolo e na le alamo ya hao.',
  'privacy.keep.alarms':
    'Dialamo tsa hao: hore o tobeditse neng, o ne o le hokae, ho etsahetse eng, melaetsa ya hao le tekanyetso ya hao.',
  'privacy.keep.help': 'Mofuta wa thuso oo o o kgethileng la ho qetela, le puo ya hao.',
  'privacy.keep.terms': 'Hore o amohetse melawana efe, le neng.',
  'privacy.keep.devices':
    'Difono le dikhomputa tseo o keneng ho tsona: mofuta wa sebatli, hore o kene neng le hore o se sebedisitse neng la ho qetela.',
  'privacy.keep.pushes':
    'Haeba o bulela sesebediswa melaetsa: kamoo sebatli sa sona se ka fihlellwang kateng, le hore ka puo efe.',
  'privacy.keep.location': 'Sebaka sa hao ha alamo e butswe. Vigil ha e o latele ka dinako tse ding.',
  'privacy.seen': 'Ke mang ya se bonang',
  'privacy.seen.aura':
    'AURA le phapusi ya yona ya taolo: lebitso la hao le nomoro ya hao, sebaka sa hao, melaetsa ya hao le tekanyetso ya hao.',
  'privacy.seen.facts':
    'Seo o se ngolang tlasa “{title}” ho profaele ya hao: re se romela ho AURA mme ha re se boloke. Basebetsi ba Vigil ba ka se bula moo.',
  'privacy.seen.operators':
    'Basebetsi ba Vigil. Vigil e ngola fatshe hore na ke mang ya shebileng dintlha tsa hao tsa lekunutu.',
  'privacy.seen.friend':
    'Motswalle ya nang le kgokahano ya hao: se etsahalang le moo o leng teng, ho fihlela alamo e fela kapa letsatsi le le leng.',
  'privacy.seen.sms':
    'Tshebeletso ya SMS: nomoro ya hao ya mohala, dikhoutu tseo re o romellang tsona, le seo re o bolellang sona ka diphetoho akhaontong ya hao.',
  'privacy.seen.pushes':
    'Moetsi wa sebatli sa hao, haeba o bulela sesebediswa melaetsa: hore re romela ntho e itseng, e seng seo e se bolelang.',
  'privacy.seen.nobody': 'Ha re rekise seo re se tsebang ka wena. Ha ho dipapatso.',
  'privacy.long': 'Re se boloka nako e kae',
  'privacy.long.code': 'Khoutu ka SMS e sebetsa metsotso e leshome.',
  'privacy.long.registration':
    'Ngodiso eo o sa e qeteng: hora e le nngwe. Haeba AURA e sa araba, ho fihlela matsatsi a mashome a mararo.',
  'privacy.long.systems': 'Melaetsa pakeng tsa sistimi ya AURA le ya rona: {time}.',
  'privacy.long.path': 'Tsela ya hao ka nako ya alamo: {time}.',
  'privacy.long.alarms':
    'Dialamo tsa hao: {time} ka mora hore di fele. Ebe re hlakola lebitso la hao, sebaka le melaetsa ho tsona.',
  'privacy.long.addresses':
    'Diaterese tsa inthanete lenaneng la rona la hore ke mang ya entseng eng: {time}.',
  'privacy.long.device': 'Fono kapa khomputa eo o keneng ho yona: matsatsi a 400 ka mora hore o kene moo.',
  'privacy.long.account': 'Akhaonto ya hao: ho fihlela o e hlakola. Tlanya “{button}” ho profaele ya hao.',
  'privacy.long.aura':
    'Ha o hlakola akhaonto ya hao, re bolella AURA. AURA e o tshwaya o hlakotswe. Ha re tsebe hore AURA e boloka eng.',
  'privacy.long.open': 'Ha alamo e so fele, o ke ke wa hlakola akhaonto ya hao.',
  'privacy.long.see':
    'Tlanya “{button}” ho profaele ya hao ho bona seo re se bolokang. Kopa batho ba o fileng Vigil hore ba se lokise.',
  'privacy.phone': 'Fonong ya hao',
  'privacy.phone.button': 'Konopo e dula e lokile matsatsi a 400 ka mora hore o kene. Ebe o kena hape.',
  'privacy.phone.alarm':
    'Sebaka sa hao sa ho qetela le alamo e so romelwe di dula fonong ena, hore ho se lahlehe letho.',
  'privacy.phone.help':
    'Mofuta wa thuso oo o o kgethileng, le hore o ikwetlisitse neng la ho qetela, le tsona di dula fonong ena.',
  'privacy.phone.signOut': 'Etswa ho profaele ya hao ho tlosa tsena tsohle fonong.',
  'privacy.years': '{count, plural, one {selemo se le seng} other {dilemo tse #}}',
  'privacy.days': '{count, plural, one {letsatsi le le leng} other {matsatsi a #}}',
  'conditions.lead': 'Seo o ka se lebellang ho Vigil, le seo o ke keng wa se lebella.',
  'conditions.version': 'Phetolelo {version}',
  'conditions.does': 'Seo Vigil e se etsang',
  'conditions.does.sends':
    'E romela alamo ya hao le sebaka sa hao ho AURA. AURA e etsa qeto ya hore ke mang ya tlang.',
  'conditions.does.tries':
    'E tswela pele ho leka ha AURA e sa arabe, mme e o bolella hore alamo ya hao ha e so romelwe.',
  'conditions.does.shows': 'E o bontsha seo AURA e se tlalehang, le hore e ne e le neng.',
  'conditions.not': 'Seo Vigil e sa se tshepiseng',
  'conditions.not.comes':
    'Hore thuso e a tla, kapa kapele hakae. Seo se itshetlehile ka AURA, ka sebaka sa hao le ka peeletso ya hao.',
  'conditions.not.works': 'Hore konopo e sebetsa ntle le inthanete, betri kapa sebaka.',
  'conditions.not.map': 'Hore mmapa o nepahetse hantle. Fono ya hao e ka fosa ka moo o leng teng.',
  'conditions.not.police':
    'Vigil ha se mapolesa, ambulense kapa batimi ba mollo. Kotsing o ka dula o letsetsa 112.',
  'conditions.ask': 'Seo re se kopang ho wena',
  'conditions.ask.press': 'Tobetsa ha o hloka thuso. Sebedisa Ikwetlise ho leka konopo.',
  'conditions.ask.name': 'Fana ka lebitso la hao la nnete le nomoro eo o e arabang.',
  'conditions.ask.mistake': 'Haeba o tobeditse ka phoso, tlanya Hlakola, kapa “Ke bolokehile”.',
  'conditions.ask.lost': 'Haeba o lahlehelwa ke fono ya hao, tima konopo ya yona ho profaele ya hao.',
};
