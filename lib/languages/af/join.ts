import type { TextsOf } from '../en/messages.ts';

export const join = {
  'join.lead': 'Dit neem twee minute. Dan het jy ’n knoppie om hulp te roep.',
  'join.accept': 'Met Registreer aanvaar jy die {terms}. Lees ook wat ons oor jou hou: {privacy}.',
  'join.terms': 'bepalings',
  'join.privacy': 'privaatheid',
  'join.known': 'Reeds geregistreer?',
  'join.reload': 'Laai weer',
  'join.change': 'Verander besonderhede',
  'join.name': 'Naam',
  'join.surname': 'Van',
  'join.oneName': 'Laat leeg as jy een naam het.',
  'join.sayName': 'Hoe om jou naam te sê',
  'join.sayNameHint': 'In letters van A tot Z, soos Muhammad. Vir dié wat jou kom help.',
  'join.mobileHint': 'Ons sal vir jou ’n kode SMS. Reaksiespanne mag hierdie nommer bel.',
  'join.subscription': 'Intekening',
  'join.subscriptionHint': 'Geldig vir ’n jaar van vandag af.',
  'join.optional': 'Opsioneel',
  'field.nameMissing': 'Tik jou naam in',
  'field.nameLong': 'Jou naam kan hoogstens 80 karakters hê',
  'field.nameLetters': 'Gebruik net letters in jou naam, want reaksiespanne sal dit lees',
  'field.surnameMissing': 'Tik jou van in',
  'field.surnameLong': 'Jou van kan hoogstens 80 karakters hê',
  'field.surnameLetters': 'Gebruik net letters in jou van, want reaksiespanne sal dit lees',
  'field.sayName': 'Skryf hoe om jou naam te sê in letters van A tot Z, soos Muhammad',
  'field.sayNameLong': 'Hoogstens 80 karakters: net hoe om die naam te sê',
  'field.subscription': 'Kies ’n intekening',
  'field.registration': 'Begin weer die registrasie',
  'refusal.registration.expired': 'Hierdie registrasie is verby',
  'refusal.registration.expired.detail': 'Jy het te lank gewag. Niks is gestoor nie. Begin asseblief weer.',
  'refusal.registration.mobile_known': 'AURA ken reeds hierdie nommer',
  'refusal.registration.mobile_known.detail':
    'Hierdie selfoonnommer het reeds ’n AURA-rekening, van ’n ander app. Ons kan nie ’n tweede een maak nie. Gebruik ’n ander nommer, of vra AURA se ondersteuning om hierdie een vry te maak.',
  'refusal.registration.aura_unavailable': 'AURA antwoord nie',
  'refusal.registration.aura_unavailable.detail':
    'Jou nommer is reg, maar AURA kon nie jou rekening maak nie. Jy is nog nie beskerm nie. Probeer weer. Jy het nie ’n nuwe kode nodig nie.',
  'refusal.registration.completed': 'Jou rekening is gereed',
  'refusal.registration.completed.detail':
    'Meld aan met jou selfoonnommer. Ons sal vir jou ’n nuwe kode SMS.',
  'refusal.registration.answer_lost': 'Ons weet nie wat AURA gedoen het nie',
  'refusal.registration.answer_lost.detail':
    'Ons het kontak met AURA verloor terwyl dit jou rekening gemaak het. Jy is nog nie deur Vigil beskerm nie. Probeer oor ’n minuut weer. As jy dit weer sien, vra AURA se ondersteuning om jou nommer vry te maak. Registreer dan weer.',
  'refusal.registration.aura_rejected': 'AURA het nie hierdie besonderhede aanvaar nie',
  'refusal.registration.aura_rejected.detail':
    'Geen rekening is gemaak nie. Gaan die naam, die nommer en die intekening na, en begin weer.',
  'refusal.registration.name_letters': 'AURA het nie hierdie besonderhede aanvaar nie',
  'refusal.registration.name_letters.detail':
    'Geen rekening is geskep nie. Dit kan die letters van jou naam wees. Skryf hoe om dit te sê in letters van A tot Z, en probeer weer.',
  'refusal.registration.in_progress': 'Wag asseblief',
  'refusal.registration.in_progress.detail':
    'Jou rekening word nou gemaak. Probeer oor ’n paar sekondes weer.',
  'refusal.subscription.types_unavailable': 'AURA antwoord nie',
  'refusal.subscription.types_unavailable.detail':
    'Ons kon nie AURA se intekeninge laai nie. Laai hierdie bladsy netnou weer.',
} satisfies TextsOf<'join'>;
