import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'guide.lead': 'O kotsing hona jwale? Letsa mohala. Ha o hloke Vigil bakeng sa seo.',
  'guide.how': 'Mokgwa wa ho bitsa thuso',
  'guide.hold': 'Tobetsa o tshware konopo e kgubedu. Haeba o sa kgone ho tshwara, tlanya “{button}”.',
  'guide.countdown':
    'Ho bala ho a qala. O se ke wa etsa letho, thuso e tla bitswa. Tlanya Hlakola haeba e ne e le phoso.',
  'guide.seen': 'O bona ha alamo ya hao e rometswe, le se etsahalang ka mora moo.',
  'guide.broken': 'Haeba e sa sebetse',
  'guide.offline':
    'Ha ho inthanete: konopo e boloka alamo ya hao mme e e romela ha e kgona. O se ke wa ema. Letsa mohala.',
  'guide.noPlace':
    'Ha ho sebaka: dumella sebaka bakeng sa saete ena ho disetting tsa sebatli sa hao. Boloka aterese ya hao ho profaele ya hao.',
  'guide.noCode': 'Ha ho SMS e nang le khoutu: ema motsotso o le mong, ebe o tlanya “{button}”.',
  'guide.safe': 'Haeba o bolokehile',
  'guide.sayYes':
    'Bula alamo ya hao mme o tlanye “Ke bolokehile”. Ngola dinomoro tse nne tsa ho qetela tsa nomoro ya hao.',
  'guide.mayCome': 'Thuso e ntse e ka tla, ho etsa bonnete.',
  'guide.words': 'Seo leqephe le se bolelang',
  'guide.sent': 'Alamo e rometswe: phapusi ya taolo e na le alamo ya hao.',
  'guide.room': 'Phapusi ya taolo e a thusa: ho na le motho ya sebetsang ka yona moo.',
  'guide.way': 'Thuso e tseleng, Thuso e fihlile, Thuso e tsamaile: seo AURA e se tlalehang ka thuso.',
  'guide.ended': 'Sena se fedile: AURA e kwetse alamo.',
  'guide.red': 'Bokgubedu: ho na le bothata. Letsa mohala.',
  'guide.questions': 'Dipotso, mme ha ho kotsi?',
  'guide.support': 'Letsetsa ba thusang: {number}',
};
