import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'guide.lead': 'O mo kotsing jaanong? Letsa mogala. Ga o tlhoke Vigil mo go seo.',
  'guide.how': 'Ka fa o ka bitsang thuso',
  'guide.hold': 'Tobetsa o tshware konopo e khibidu. Fa o sa kgone go tshwara, tobetsa “{button}”.',
  'guide.countdown':
    'Go bala go a simolola. O se ka wa dira sepe, thuso e tla bidiwa. Tobetsa Khansela fa e ne e le phoso.',
  'guide.seen': 'O bona fa alamo ya gago e rometswe, le se se diragalang morago ga moo.',
  'guide.broken': 'Fa e sa bereke',
  'guide.offline':
    'Ga go inthanete: konopo e boloka alamo ya gago mme e e romela fa e kgona. O se ka wa leta. Letsa mogala.',
  'guide.noPlace':
    'Ga go lefelo: letlelela lefelo la saete e mo disetting tsa sebatli sa gago. Boloka aterese ya gago mo porofaeleng ya gago.',
  'guide.noCode': 'Ga go SMS e e nang le khoutu: leta motsotso o le mongwe, mme o tobetse “{button}”.',
  'guide.safe': 'Fa o babalesegile',
  'guide.sayYes':
    'Bula alamo ya gago mme o tobetse “Ke babalesegile”. Kwala dinomoro di le nne tsa bofelo tsa nomoro ya gago.',
  'guide.mayCome': 'Thuso e santse e ka tla, go tlhomamisa.',
  'guide.words': 'Se tsebe e se buang',
  'guide.sent': 'Alamo e rometswe: phaposi ya taolo e na le alamo ya gago.',
  'guide.room': 'Phaposi ya taolo e a thusa: go na le motho yo o berekang ka yone teng.',
  'guide.way': 'Thuso e mo tseleng, Thuso e gorogile, Thuso e tsamaile: se AURA e se begang ka thuso.',
  'guide.ended': 'Se se fedile: AURA e tswetse alamo.',
  'guide.red': 'Bohibidu: go na le bothata. Letsa mogala.',
  'guide.questions': 'Dipotso, mme ga go na kotsi?',
  'guide.support': 'Leletsa ba ba thusang: {number}',
};
