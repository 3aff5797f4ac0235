import type { TextsOf } from '../en/messages.ts';

export const account: TextsOf<'account'> = {
  'terms.title': 'Ka kopo bala melawana ya rona',
  'terms.changed':
    'Ha o so amohele {terms} kamoo e leng kateng jwale. Bala le {privacy}. Konopo ya hao e a sebetsa le haeba o sa etse jwalo.',
  'terms.link': 'melawana',
  'terms.kept': 'seo re se bolokang ka wena',
  'terms.accept': 'Ke a amohela',
  'mobile.form': 'Fetola nomoro ya hao ya mohala',
  'mobile.new': 'Nomoro e ntjha ya mohala',
  'mobile.how': 'Re romela khoutu ka SMS nomorong ya hao ya kgale pele, ebe re e romela ho e ntjha.',
  'mobile.change': 'Fetola nomoro ya mohala',
  'mobile.lost': 'Haeba o se o se na nomoro ya kgale, botsa batho ba o fileng Vigil.',
  'mobile.codeOld': 'Pele, khoutu ya nomoro ya hao ya kgale.',
  'mobile.codeNew': 'Jwale khoutu ya nomoro ya hao e ntjha.',
  'mobile.stop': 'Emisa',
  'mobile.done':
    'Nomoro ya hao ya mohala e fetotswe. O kena ka e ntjha. Dinomoro tsa yona tse nne tsa ho qetela ke khoutu ya hao ya polokeho.',
  'device.list': 'Disebediswa',
  'device.isOff': 'Se timilwe. Ha se sa kgona ho bitsa thuso.',
  'device.this': 'Sesebediswa sena',
  'device.switchOff': 'Tima',
  'device.ask': 'Na o tima sesebediswa sena?',
  'device.stops': '{name}: konopo e ho sona e emisa ho sebetsa, ho fihlela o kena moo hape.',
  'device.yes': 'Ee, se time',
  'others.areOff': 'E timilwe disebedisweng tse ding. Sesebediswa sena se na le konopo ya sona.',
  'others.switchOff': 'Tima konopo ya ka disebedisweng tse ding',
  'others.ask': 'Na o tima konopo ya hao disebedisweng tse ding?',
  'others.stops':
    'Konopo e emisa ho sebetsa difonong le dikhomputeng tse ding tsa hao, ho fihlela o kena moo hape. Etsa sena haeba sesebediswa se lahlehile.',
  'data.ready': 'Faele ya hao e lokile. Kgokahano e sebetsa metsotso e leshome.',
  'data.save': 'Boloka faele',
  'data.safe':
    'E boloke e sireletsehile: e bolela moo o neng o le teng. E hlakole fonong e sebediswang ke ba bang.',
  'data.download': 'Jarolla tlhahisoleseding ya ka',
  'data.downloadText':
    'O fumana faele e nang le seo Vigil e se bolokang ka wena. Bakeng sa sena, re o romela khoutu ka SMS.',
  'data.delete': 'Hlakola akhaonto ya ka',
  'data.deleteText':
    'Konopo ya hao e emisa ho sebetsa disebedisweng tsohle tsa hao, mme thuso ha e sa tla ha o tobetsa. Vigil e hlakola seo e se bolokang ka wena. O ke ke wa kgutlisa sena.',
  'data.deleteAtAura':
    'Vigil e bolella AURA hore le yona e o hlakole. AURA e o tshwaya o hlakotswe; ha re tsebe hore AURA e boloka eng. Ha alamo e so fele, o ke ke wa hlakola akhaonto ya hao.',
  'data.deleteNow': 'Ha o netefatsa khoutu, akhaonto ya hao e hlakolwa hanghang.',
  'signOut.button': 'Etswa',
  'signOut.ask': 'Na o a tswa?',
  'signOut.text':
    'Ka mora sena, konopo sesebedisweng sena ha e bitse thuso. Ho e sebedisa hape, kena ka khoutu ka SMS.',
  'signOut.yes': 'Ee, ke a tswa',
};
