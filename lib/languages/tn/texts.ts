import type { TextsOf } from '../en/messages.ts';

export const texts: TextsOf<'texts'> = {
  'text.device':
    'Vigil: mogala kgotsa khomputara e tsene ka leina la gago. Fa e se wena, bula Vigil, tobetsa Porofaele, o e time.',
  'text.contact':
    'Vigil: motho wa gago yo o ikanyegang o fetotswe. Fa e se wena, bula Vigil mme o tobetse Porofaele.',
  'text.address':
    'Vigil: aterese ya gago e e bolokilweng e fetotswe. Fa e se wena, bula Vigil mme o tobetse Porofaele.',
  'text.export':
    'Vigil: tshedimosetso ya gago e tseilwe. Fa e se wena, bula Vigil, tobetsa Porofaele, o lebe didirisiwa tsa gago.',
  'text.erase':
    'Vigil: akhaonto ya gago e phimotswe. Konopo ga e tlhole e bitsa thuso. Fa e se wena, ikwadise gape.',
  'text.latin':
    'Vigil: AURA ga e a tsaya leina la gago jaaka o le kwala. AURA e na le lone ka ditlhaka tse di tswang go A go ya go Z.',
  'text.mobile':
    'Vigil: nomoro ya gago ya selefouno e fetotswe. Fa e se wena, kopa thuso mo bathong ba ba go fileng Vigil.',
  'code.sign_in': 'Khoutu ya gago ya Vigil ke {code}.',
  'code.export': 'Khoutu ya gago ya Vigil ya go tsaya tshedimosetso ya gago ke {code}.',
  'code.erase': 'Khoutu ya gago ya Vigil ya go PHIMOLA akhaonto ya gago ke {code}.',
  'code.mobile_old': 'Khoutu ya gago ya Vigil ya go FETOLA nomoro ya gago ya selefouno ke {code}.',
  'code.mobile_new': 'Khoutu ya gago ya Vigil ya go dirisa nomoro e ya selefouno ke {code}.',
  'code.rest': 'E bereka metsotso e le 10. Ga re e kope le ka motlha.',
  'told.alarm':
    'Vigil: {name} o biditse thuso. Phaposi ya taolo e na le alamo. Se letse kgotsa go kwala jaanong: modumo o ka nna kotsi. Bona se se diragalang:',
  'push.owned': 'Kopo ya gago e bonwe',
  'push.dispatched': 'Thuso e mo tseleng',
  'push.arrived': 'Thuso e gorogile',
  'push.stopped': 'Thuso e ka nna ya se tle. Ka kopo leba jaanong.',
  'push.ended': 'Kopo ya gago e fedile',
  'push.message': 'O na le molaetsa o moša',
};
