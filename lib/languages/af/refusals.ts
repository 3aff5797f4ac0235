import type { TextsOf } from '../en/messages.ts';

export const refusals = {
  'refusal.input.invalid': 'Maak asseblief die gemerkte antwoorde reg',
  'refusal.input.invalid.detail': 'Niks is gestoor nie. Maak dit reg en stuur weer.',
  'refusal.session.required': 'Meld asseblief aan',
  'refusal.session.required.detail': 'Jy is afgemeld. Meld aan en probeer weer.',
  'refusal.permission.denied': 'Nie toegelaat nie',
  'refusal.permission.denied.detail': 'Jou rekening kan dit nie doen nie. Niks is verander nie.',
  'refusal.request.cross_site': 'Van ’n ander werf gestuur',
  'refusal.request.cross_site.detail':
    'Die versoek het van ’n ander werf gekom, daarom is dit geweier. Niks is verander nie.',
  'refusal.request.too_large': 'Te groot',
  'refusal.request.too_large.detail': 'Die versoek is te groot. Niks is verander nie.',
  'refusal.request.unsupported_type': 'Onbekende soort inhoud',
  'refusal.request.unsupported_type.detail': 'Stuur application/json of ’n vorm. Niks is verander nie.',
  'refusal.server.error': 'Iets het verkeerd gegaan',
  'refusal.server.error.detail':
    'Dit is ons fout. Probeer weer. As jy nou hulp nodig het, bel 112 of jou noodnommer.',
  'refusal.server.unavailable': 'Vigil is nie gereed nie',
  'refusal.server.unavailable.detail':
    'Vigil begin nou of het ’n probleem. Probeer netnou weer. As jy nou hulp nodig het, bel.',
  'refusal.press.not_found': 'Ons ken nie hierdie alarm nie',
  'refusal.press.not_found.detail':
    'Dit is nie joune nie, of dit bestaan nie. As jy nou hulp nodig het, druk die knoppie of bel.',
  'refusal.press.token_revoked': 'Hierdie knoppie is afgeskakel',
  'refusal.press.token_revoked.detail':
    'Jy het hier afgemeld, of dit op ’n ander toestel afgeskakel. Niemand sal kom nie. Meld weer aan, of bel nou.',
  'refusal.press.not_recorded': 'Jou alarm is nie gestuur nie',
  'refusal.press.not_recorded.detail': 'Niemand sal kom nie. Bel nou 112 of jou noodnommer.',
  'refusal.press.settled': 'Te laat om te kanselleer',
  'refusal.press.settled.detail': 'Jou alarm is reeds gestuur. Maak dit oop en tik op “Ek is veilig”.',
  'refusal.press.rejected': 'AURA het nie hierdie alarm aanvaar nie',
  'refusal.press.rejected.detail': 'Niemand sal kom nie. Bel nou 112 of jou noodnommer.',
} satisfies TextsOf<'refusals'>;
