import type { TextsOf } from '../en/messages.ts';

export const account: TextsOf<'account'> = {
  'terms.title': 'Tsweetswee bala melawana ya rona',
  'terms.changed':
    'Ga o ise o amogele {terms} jaaka e ntse jaanong. Bala gape {privacy}. Konopo ya gago e a bereka le fa o sa dire jalo.',
  'terms.link': 'melawana',
  'terms.kept': 'se re se bolokang ka wena',
  'terms.accept': 'Ke a amogela',
  'mobile.form': 'Fetola nomoro ya gago ya mogala',
  'mobile.new': 'Nomoro e ntšhwa ya mogala',
  'mobile.how':
    'Re romela khoutu ka SMS kwa nomorong ya gago ya bogologolo pele, morago re e romela kwa go e ntšhwa.',
  'mobile.change': 'Fetola nomoro ya mogala',
  'mobile.lost': 'Fa o se na nomoro ya bogologolo gape, botsa batho ba ba go fileng Vigil.',
  'mobile.codeOld': 'Pele, khoutu ya nomoro ya gago ya bogologolo.',
  'mobile.codeNew': 'Jaanong khoutu ya nomoro ya gago e ntšhwa.',
  'mobile.stop': 'Emisa',
  'mobile.done':
    'Nomoro ya gago ya mogala e fetotswe. O tsena ka e ntšhwa. Dinomoro tsa yone di le nne tsa bofelo ke khoutu ya gago ya pabalesego.',
  'device.list': 'Didirisiwa',
  'device.isOff': 'Se timilwe. Ga se tlhole se kgona go bitsa thuso.',
  'device.this': 'Sedirisiwa se',
  'device.switchOff': 'Tima',
  'device.ask': 'A o tima sedirisiwa se?',
  'device.stops': '{name}: konopo e e mo go sone e emisa go bereka, go fitlha o tsena teng gape.',
  'device.yes': 'Ee, se time',
  'others.areOff': 'E timilwe mo didirisiweng tse dingwe. Sedirisiwa se se na le konopo ya sone.',
  'others.switchOff': 'Tima konopo ya me mo didirisiweng tse dingwe',
  'others.ask': 'A o tima konopo ya gago mo didirisiweng tse dingwe?',
  'others.stops':
    'Konopo e emisa go bereka mo difounung le mo dikhomphiutareng tse dingwe tsa gago, go fitlha o tsena teng gape. Dira se fa sedirisiwa se latlhegile.',
  'data.ready': 'Faele ya gago e siame. Kgolagano e bereka metsotso e le lesome.',
  'data.save': 'Boloka faele',
  'data.safe':
    'E boloke e sireletsegile: e bua kwa o neng o le teng. E phimole mo founong e e dirisiwang ke ba bangwe.',
  'data.download': 'Tsaya tshedimosetso ya me',
  'data.downloadText':
    'O bona faele e e nang le se Vigil e se bolokang ka wena. Go dira se, re go romelela khoutu ka SMS.',
  'data.delete': 'Phimola akhaonto ya me',
  'data.deleteText':
    'Konopo ya gago e emisa go bereka mo didirisiweng tsotlhe tsa gago, mme thuso ga e tlhole e tla fa o tobetsa. Vigil e phimola se e se bolokang ka wena. Ga o kake wa busetsa se morago.',
  'data.deleteAtAura':
    'Vigil e bolelela AURA gore le yone e go phimole. AURA e go tshwaya o phimotswe; ga re itse gore AURA e boloka eng. Fa alamo e ise e fele, ga o kake wa phimola akhaonto ya gago.',
  'data.deleteNow': 'Fa o netefatsa khoutu, akhaonto ya gago e phimolwa ka bonako.',
  'signOut.button': 'Tswa',
  'signOut.ask': 'A o a tswa?',
  'signOut.text':
    'Morago ga se, konopo mo sedirisiweng se ga e bitse thuso. Go e dirisa gape, tsena ka khoutu ka SMS.',
  'signOut.yes': 'Ee, ke a tswa',
};
