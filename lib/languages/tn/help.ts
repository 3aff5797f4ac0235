import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'help.lead': 'O mo kotsing jaanong? Letsa mogala. Ga o tlhoke Vigil mo go seo.',
  'help.how': 'Ka fa o ka bitsang thuso',
  'help.hold': 'Tobetsa o tshware konopo e khibidu. Fa o sa kgone go tshwara, tobetsa “{button}”.',
  'help.countdown':
    'Go bala go a simolola. O se ka wa dira sepe, thuso e tla bidiwa. Tobetsa Khansela fa e ne e le phoso.',
  'help.seen': 'O bona fa alamo ya gago e rometswe, le se se diragalang morago ga moo.',
  'help.broken': 'Fa e sa bereke',
  'help.offline':
    'Ga go inthanete: konopo e boloka alamo ya gago mme e e romela fa e kgona. O se ka wa leta. Letsa mogala.',
  'help.noPlace':
    'Ga go lefelo: letlelela lefelo la saete e mo disetting tsa sebatli sa gago. Boloka aterese ya gago mo porofaeleng ya gago.',
  'help.noCode': 'Ga go SMS e e nang le khoutu: leta motsotso o le mongwe, mme o tobetse “{button}”.',
  'help.safe': 'Fa o babalesegile',
  'help.sayYes':
    'Bula alamo ya gago mme o tobetse “I am safe” (ke babalesegile). Kwala dinomoro di le nne tsa bofelo tsa nomoro ya gago.',
  'help.mayCome': 'Thuso e santse e ka tla, go tlhomamisa.',
  'help.words': 'Se tsebe e se buang',
  'help.sent': 'Alamo e rometswe: phaposi ya taolo e na le alamo ya gago.',
  'help.room': 'Phaposi ya taolo e a thusa: go na le motho yo o berekang ka yone teng.',
  'help.way': 'Thuso e mo tseleng, Thuso e gorogile, Thuso e tsamaile: se AURA e se begang ka thuso.',
  'help.ended': 'Se se fedile: AURA e tswetse alamo.',
  'help.red': 'Bohibidu: go na le bothata. Letsa mogala.',
};
