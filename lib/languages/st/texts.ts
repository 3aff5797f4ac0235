import type { TextsOf } from '../en/messages.ts';

export const texts: TextsOf<'texts'> = {
  'text.device':
    'Vigil: mohala kapa khomphuta e kene ka lebitso la hao. Haeba e se wena, bula Vigil, tobetsa Profaele, o e time.',
  'text.contact':
    'Vigil: motho wa hao ya tshepuwang o fetotswe. Haeba e se wena, bula Vigil mme o tobetse Profaele.',
  'text.address':
    'Vigil: aterese ya hao e bolokilweng e fetotswe. Haeba e se wena, bula Vigil mme o tobetse Profaele.',
  'text.export':
    'Vigil: tlhahisoleseding ya hao e jarollotswe. Haeba e se wena, bula Vigil, tobetsa Profaele, o shebe disebediswa tsa hao.',
  'text.erase':
    'Vigil: akhaonto ya hao e hlakotswe. Konopo ha e sa bitsa thuso. Haeba e se wena, ngodisa hape.',
  'text.latin':
    'Vigil: AURA ha e a nka lebitso la hao kamoo o le ngolang kateng. AURA e na le lona ka ditlhaku tse tlohang ho A ho ya ho Z.',
  'text.mobile':
    'Vigil: nomoro ya hao ya selefouno e fetotswe. Haeba e se wena, kopa thuso ho batho ba o fileng Vigil.',
  'code.sign_in': 'Khoutu ya hao ya Vigil ke {code}.',
  'code.export': 'Khoutu ya hao ya Vigil ya ho jarolla tlhahisoleseding ya hao ke {code}.',
  'code.erase': 'Khoutu ya hao ya Vigil ya ho HLAKOLA akhaonto ya hao ke {code}.',
  'code.mobile_old': 'Khoutu ya hao ya Vigil ya ho FETOLA nomoro ya hao ya selefouno ke {code}.',
  'code.mobile_new': 'Khoutu ya hao ya Vigil ya ho sebedisa nomoro ena ya selefouno ke {code}.',
  'code.rest': 'E sebetsa metsotso e 10. Ha re e kope le kgale.',
  'told.alarm':
    'Vigil: {name} o bitsitse thuso. Phapusi ya taolo e na le alamo. Se letse kapa ho ngola jwale: modumo o ka ba kotsi. Bona se etsahalang:',
  'push.owned': 'Kopo ya hao e bonwe',
  'push.dispatched': 'Thuso e tseleng',
  'push.arrived': 'Thuso e fihlile',
  'push.stopped': 'Thuso e ka nna ya se ke ya tla. Ka kopo sheba jwale.',
  'push.ended': 'Kopo ya hao e fedile',
  'push.message': 'O na le molaetsa o motjha',
};
