// Names common in southern Africa; fictitious combinations.

export const NAMES = [
  ...[
    'Thandi',
    'Sipho',
    'Nomvula',
    'Bongani',
    'Zanele',
    'Themba',
    'Nkosana',
    'Ayanda',
    'Sibusiso',
    'Lindiwe',
  ],
  ...['Lerato', 'Thabo', 'Palesa', 'Kagiso', 'Tshepo', 'Naledi', 'Boitumelo', 'Mpho', 'Karabo', 'Refilwe'],
  ...['Rudzani', 'Tendai', 'Chipo', 'Farai', 'Rutendo', 'Tatenda', 'Ndapewa', 'Tangeni', 'Helvi', 'Nyiko'],
  ...['Pieter', 'Annelie', 'Johan', 'Elsabé', 'Hendrik', 'Marlize', 'Dirk', 'Zoë', 'Francois', 'Chanté'],
  ...['Priya', 'Kavitha', 'Rajesh', 'Yusuf', 'Fatima', 'Zainab', 'Ashwin', 'Nadia', 'Imraan', 'Shanice'],
  ...['Sarah', 'Michael', 'Élise', 'Graham', 'Megan', 'Craig', 'Tarryn', 'Wayne', 'Bronwyn', 'Luís'],
] as const;

export const SURNAMES = [
  ...['Nkosi', 'Dlamini', 'Khumalo', 'Zulu', 'Mthembu', 'Ngcobo', 'Buthelezi', 'Mkhize', 'Cele', 'Zwane'],
  ...[
    'Mokoena',
    'Molefe',
    'Mahlangu',
    'Modise',
    'Tau',
    'Sithole',
    'Maluleke',
    'Baloyi',
    'Netshitenzhe',
    'Mudau',
  ],
  ...[
    'Ndlovu',
    'Moyo',
    'Sibanda',
    'Chikwanha',
    'Haikali',
    'Shikongo',
    'Nangolo',
    'Motsumi',
    'Seretse',
    'Machava',
  ],
  ...[
    'van der Merwe',
    'Botha',
    'Pretorius',
    'Venter',
    'Nel',
    'Coetzee',
    'Fourie',
    'Müller',
    'de Villiers',
    'Swanepoel',
  ],
  ...[
    'Naidoo',
    'Govender',
    'Pillay',
    'Khan',
    'Moosa',
    'Abrahams',
    'Adams',
    'Jacobs',
    'September',
    'Hendricks',
  ],
  ...[
    'Smith',
    'Williams',
    'Robertson',
    'Murray',
    'O’Brien',
    'da Silva',
    'Ferreira',
    'Petersen',
    'Daniels',
    'Fortuin',
  ],
] as const;

type Town = { name: string; latitude: number; longitude: number; spread: number };

/** Towns with weights. */
export const TOWNS: readonly (readonly [Town, number])[] = [
  [{ name: 'Johannesburg', latitude: -26.16, longitude: 28.03, spread: 0.1 }, 30],
  [{ name: 'Pretoria', latitude: -25.77, longitude: 28.23, spread: 0.08 }, 14],
  [{ name: 'Cape Town', latitude: -33.95, longitude: 18.58, spread: 0.05 }, 18],
  [{ name: 'Durban', latitude: -29.8, longitude: 30.93, spread: 0.04 }, 13],
  [{ name: 'Gqeberha', latitude: -33.93, longitude: 25.54, spread: 0.03 }, 6],
  [{ name: 'Bloemfontein', latitude: -29.11, longitude: 26.2, spread: 0.05 }, 5],
  [{ name: 'East London', latitude: -32.98, longitude: 27.86, spread: 0.03 }, 4],
  [{ name: 'Polokwane', latitude: -23.9, longitude: 29.46, spread: 0.05 }, 4],
  [{ name: 'Mbombela', latitude: -25.47, longitude: 30.97, spread: 0.04 }, 4],
  [{ name: 'Kimberley', latitude: -28.74, longitude: 24.76, spread: 0.04 }, 2],
];

export const STREETS = [
  'Protea',
  'Jacaranda',
  'Acacia',
  'Marula',
  'Baobab',
  'Heather',
  'Weaver',
  'Kudu',
] as const;

/** No South African number begins with +27 90, so nobody can be called by mistake. */
export const UNASSIGNED_PREFIX = '+2790';

export const OPERATORS = [
  ['Amahle Zungu (demo)', 'operator'],
  ['Ruan Steyn (demo)', 'operator'],
  ['Keitumetse Phiri (demo)', 'operator'],
  ['Deshni Maharaj (demo)', 'operator'],
  ['Colin April (demo)', 'viewer'],
] as const;

export const PERSON_WORDS = [
  'I am in the back room',
  'Two men at the gate',
  'Please hurry',
  'I am next to the blue car',
  'The alarm went off and nobody answers the door',
  'I think it was only the wind',
  'He is gone now but I am scared',
  'My mother fell and cannot get up',
  'Chest pain since this morning',
  'Thank you, they are here',
] as const;

export const ROOM_WORDS = [
  'A responder is on the way',
  'Stay where you are and keep the door locked',
  'The responder is at the gate',
  'Can you see a number on the house?',
  'An ambulance has been asked for',
] as const;

export const NOTE_WORDS = [
  'Called the person: no answer at first, then safe.',
  'Neighbour confirmed what the person said.',
  'Gate code given to the responder by phone.',
  'Second callout from this address this month.',
  'Handed over to the next shift.',
  'Dog in the yard, responder told.',
] as const;

export const CANCEL_WORDS = [
  'Pressed by mistake, confirmed by phone',
  'A child played with the phone',
  'Household alarm, nobody in danger',
  'Help from a neighbour came first',
] as const;

export const RATING_WORDS = [
  'They came quickly and were kind.',
  'It took long, but they found us.',
  'I did not know that somebody was coming.',
  'Very calm people.',
] as const;
