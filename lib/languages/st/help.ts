import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'help.lead': 'O kotsing hona jwale? Letsa mohala. Ha o hloke Vigil bakeng sa seo.',
  'help.how': 'Mokgwa wa ho bitsa thuso',
  'help.hold': 'Tobetsa o tshware konopo e kgubedu. Haeba o sa kgone ho tshwara, tlanya “{button}”.',
  'help.countdown':
    'Ho bala ho a qala. O se ke wa etsa letho, thuso e tla bitswa. Tlanya Hlakola haeba e ne e le phoso.',
  'help.seen': 'O bona ha alamo ya hao e rometswe, le se etsahalang ka mora moo.',
  'help.broken': 'Haeba e sa sebetse',
  'help.offline':
    'Ha ho inthanete: konopo e boloka alamo ya hao mme e e romela ha e kgona. O se ke wa ema. Letsa mohala.',
  'help.noPlace':
    'Ha ho sebaka: dumella sebaka bakeng sa saete ena ho disetting tsa sebatli sa hao. Boloka aterese ya hao ho profaele ya hao.',
  'help.noCode': 'Ha ho SMS e nang le khoutu: ema motsotso o le mong, ebe o tlanya “{button}”.',
  'help.safe': 'Haeba o bolokehile',
  'help.sayYes':
    'Bula alamo ya hao mme o tlanye “I am safe” (ke bolokehile). Ngola dinomoro tse nne tsa ho qetela tsa nomoro ya hao.',
  'help.mayCome': 'Thuso e ntse e ka tla, ho etsa bonnete.',
  'help.words': 'Seo leqephe le se bolelang',
  'help.sent': 'Alamo e rometswe: phapusi ya taolo e na le alamo ya hao.',
  'help.room': 'Phapusi ya taolo e a thusa: ho na le motho ya sebetsang ka yona moo.',
  'help.way': 'Thuso e tseleng, Thuso e fihlile, Thuso e tsamaile: seo AURA e se tlalehang ka thuso.',
  'help.ended': 'Sena se fedile: AURA e kwetse alamo.',
  'help.red': 'Bokgubedu: ho na le bothata. Letsa mohala.',
};
