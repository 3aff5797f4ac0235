import type { TextsOf } from '../en/messages.ts';

export const policies: TextsOf<'policies'> = {
  'privacy.lead': 'Se Vigil e se itseng ka wena, le gore ke mang yo o se bonang.',
  'privacy.keep': 'Se re se bolokang ka wena',
  'privacy.keep.name':
    'Leina la gago, nomoro ya gago ya mogala le peeletso ya gago. Fa o kwadile ka fa leina la gago le bidiwang ka teng, re boloka le seo.',
  'privacy.keep.address':
    'Aterese ya gago e e bolokilweng le batho ba gago ba ba ikanyegang, fa o re fa tsone. O ka tlosa tsotlhe mo porofaeleng ya gago. Fa o e tlhopha, batho ba gago ba bona SMS e e nang le leina la gago la ntlha le kgolagano fa phaposi ya taolo e na le alamo ya gago.',
  'privacy.keep.alarms':
    'Dialamo tsa gago: gore o tobeditse leng, o ne o le kae, go diragetse eng, melaetsa ya gago le tekanyetso ya gago.',
  'privacy.keep.help': 'Mofuta wa thuso o o o tlhophileng la bofelo, le puo ya gago.',
  'privacy.keep.terms': 'Gore o amogetse melawana efe, le leng.',
  'privacy.keep.devices':
    'Difounu le dikhomphiutara tse o tseneng mo go tsone: mofuta wa sebatli, gore o tsene leng le gore o se dirisitse leng la bofelo.',
  'privacy.keep.pushes':
    'Fa o bulela sedirisiwa melaetsa: ka fa sebatli sa sone se ka fitlhelelwang ka teng, le gore ka puo efe.',
  'privacy.keep.location': 'Lefelo la gago fa alamo e butswe. Vigil ga e go latele ka dinako tse dingwe.',
  'privacy.seen': 'Ke mang yo o se bonang',
  'privacy.seen.aura':
    'AURA le phaposi ya yone ya taolo: leina la gago le nomoro ya gago, lefelo la gago, melaetsa ya gago le tekanyetso ya gago.',
  'privacy.seen.facts':
    'Se o se kwalang fa tlase ga “{title}” mo porofaeleng ya gago: re se romela kwa AURA mme ga re se boloke. Badiri ba Vigil ba ka se bula teng.',
  'privacy.seen.operators':
    'Badiri ba Vigil. Vigil e kwala gore ke mang yo o lebileng dintlha tsa gago tsa sephiri.',
  'privacy.seen.friend':
    'Tsala e e nang le kgolagano ya gago: se se diragalang le kwa o leng teng, go fitlha alamo e fela kgotsa letsatsi le le lengwe.',
  'privacy.seen.sms':
    'Tirelo ya SMS: nomoro ya gago ya mogala, dikhoutu tse re go romelelang tsone, le se re go bolelelang sone ka diphetogo mo akhaontong ya gago.',
  'privacy.seen.pushes':
    'Modiri wa sebatli sa gago, fa o bulela sedirisiwa melaetsa: gore re romela sengwe, e seng se se se bolelang.',
  'privacy.seen.nobody': 'Ga re rekise se re se itseng ka wena. Ga go dipapatso.',
  'privacy.long': 'Re se boloka lobaka lo lo kae',
  'privacy.long.code': 'Khoutu ka SMS e bereka metsotso e le lesome.',
  'privacy.long.registration':
    'Kwadiso e o sa e fetseng: ura e le nngwe. Fa AURA e sa araba, go fitlha malatsi a le masome a mararo.',
  'privacy.long.systems': 'Melaetsa magareng ga tsamaiso ya AURA le ya rona: {time}.',
  'privacy.long.path': 'Tsela ya gago ka nako ya alamo: {time}.',
  'privacy.long.alarms':
    'Dialamo tsa gago: {time} morago ga go fela. Morago re phimola leina la gago, lefelo le melaetsa mo go tsone.',
  'privacy.long.addresses':
    'Diaterese tsa inthanete mo lenaaneng la rona la gore ke mang yo o dirileng eng: {time}.',
  'privacy.long.device':
    'Founo kgotsa khomphiutara e o tseneng mo go yone: malatsi a le 400 morago ga go tsena teng.',
  'privacy.long.account':
    'Akhaonto ya gago: go fitlha o e phimola. Tobetsa “{button}” mo porofaeleng ya gago.',
  'privacy.long.aura':
    'Fa o phimola akhaonto ya gago, re bolelela AURA. AURA e go tshwaya o phimotswe. Ga re itse gore AURA e boloka eng.',
  'privacy.long.open': 'Fa alamo e ise e fele, ga o kake wa phimola akhaonto ya gago.',
  'privacy.long.see':
    'Tobetsa “{button}” mo porofaeleng ya gago go bona se re se bolokang. Kopa batho ba ba go fileng Vigil gore ba se baakanye.',
  'privacy.phone': 'Mo founong ya gago',
  'privacy.phone.button': 'Konopo e nna e siame malatsi a le 400 morago ga go tsena. Morago o tsena gape.',
  'privacy.phone.alarm':
    'Lefelo la gago la bofelo le alamo e e iseng e romelwe di nna mo founong e, gore go se latlhege sepe.',
  'privacy.phone.help':
    'Mofuta wa thuso o o o tlhophileng, le gore o ikatisitse leng la bofelo, le tsone di nna mo founong e.',
  'privacy.phone.signOut': 'Tswa mo porofaeleng ya gago go tlosa tsotlhe tse mo founong.',
  'privacy.years': '{count, plural, one {ngwaga o le mongwe} other {dingwaga di le #}}',
  'privacy.days': '{count, plural, one {letsatsi le le lengwe} other {malatsi a le #}}',
  'conditions.lead': 'Se o ka se solofelang mo go Vigil, le se o sa kakeng wa se solofela.',
  'conditions.version': 'Phetolelo {version}',
  'conditions.does': 'Se Vigil e se dirang',
  'conditions.does.sends':
    'E romela alamo ya gago le lefelo la gago kwa AURA. AURA e swetsa gore ke mang yo o tlang.',
  'conditions.does.tries':
    'E tswelela go leka fa AURA e sa arabe, mme e go bolelela gore alamo ya gago ga e ise e romelwe.',
  'conditions.does.shows': 'E go bontsha se AURA e se begang, le gore e ne e le leng.',
  'conditions.not': 'Se Vigil e sa se solofetseng',
  'conditions.not.comes':
    'Gore thuso e a tla, kgotsa ka bonako jo bo kae. Seo se ikaegile ka AURA, ka kgaolo ya gago le ka peeletso ya gago.',
  'conditions.not.works': 'Gore konopo e bereka kwa ntle ga inthanete, beteri kgotsa lefelo.',
  'conditions.not.map': 'Gore mmapa o nepagetse sentle. Founo ya gago e ka fosa ka kwa o leng teng.',
  'conditions.not.police':
    'Vigil ga se mapodisi, ambulense kgotsa batimamolelo. Mo kotsing o ka nna wa leletsa 112.',
  'conditions.ask': 'Se re se kopang mo go wena',
  'conditions.ask.press': 'Tobetsa fa o tlhoka thuso. Dirisa Ikatise go leka konopo.',
  'conditions.ask.name': 'Naya leina la gago la nnete le nomoro e o e arabang.',
  'conditions.ask.mistake': 'Fa o tobeditse ka phoso, tobetsa Khansela, kgotsa “Ke babalesegile”.',
  'conditions.ask.lost': 'Fa o latlhegelwa ke founo ya gago, tima konopo ya yone mo porofaeleng ya gago.',
};
