import type { TextsOf } from '../en/messages.ts';

export const profile: TextsOf<'profile'> = {
  'profile.you': 'Jy',
  'profile.name': 'Naam',
  'profile.nameAtAura': 'Naam by AURA',
  'profile.latin': '{name}. AURA het nie jou naam geneem soos jy dit skryf nie.',
  'profile.mobile.why': 'Helpers bel hierdie nommer, en jy meld daarmee aan.',
  'profile.address': 'Gestoorde adres',
  'profile.address.why': 'As ons nie jou ligging kan vind nie, gaan hulp hierheen.',
  'profile.facts': 'Vir helpers',
  'profile.facts.why':
    'Dit kan tyd spaar wanneer jy nie kan praat nie. Ons stuur dit na AURA. Jy kan alles leeg laat.',
  'profile.button': 'Jou knoppie',
  'profile.button.why': 'Hoe jy dit druk, en wat jou foon dan doen. Dit is dieselfde op al jou toestelle.',
  'profile.contact': 'Vertroude kontakte',
  'profile.contact.why':
    'Hoogstens vyf mense. Wanneer jy hulp roep, is ’n boodskap aan die eerste een gereed: jy stuur dit. Ons stuur net ’n SMS as jy dit hier kies.',
  'profile.push': 'Boodskappe op hierdie toestel',
  'profile.push.why':
    'Hierdie toestel kan jou sê wanneer hulp beweeg, en wanneer jy ’n nuwe boodskap het, ook terwyl hierdie bladsy toe is. Jy sien dieselfde op die bladsy. ’n Boodskap kom dalk laat, of glad nie.',
  'profile.push.shown':
    '’n Geslote skerm wys net hierdie woorde, sonder jou naam en sonder ’n plek. As iemand dit nie mag sien nie, los dit af.',
  'profile.push.silent':
    'Na ’n stil alarm word twee uur lank niks gewys nie. As jou knoppie op stil gestel is, word glad niks gewys nie.',
  'profile.devices': 'Jou toestelle',
  'profile.devices.why': 'Hierdie fone en rekenaars kan in jou naam hulp roep. Skakel af wat jy nie ken nie.',
  'profile.devices.missing':
    '’n Toestel wat jy lank nie gebruik het nie, ontbreek dalk hier. Dit skakel dit ook af:',
  'profile.data': 'Jou data',
  'profile.here': 'Hierdie toestel',
  'subscription.change': 'Verander intekening',
  'subscription.cannot': 'Nie hier moontlik nie. Jy het jou eie aanmelding by AURA nodig.',
  'subscription.none': 'Jy het geen intekening by AURA nie. Niemand sal kom nie.',
  'subscription.unknown': 'Nie bekend nie: AURA antwoord nie',
  'subscription.until': 'Geldig tot',
  'subscription.cancelled': 'Gekanselleer op',
  'subscription.single': 'Enkel: dit dek jou.',
  'subscription.family': 'Gesin: dit dek jou en die gesinslede wat daarop is.',
  'device.name': '{browser} op {system}',
  'device.browser': 'Onbekende blaaier',
  'device.apple': 'iPhone of iPad',
  'device.signedIn': 'Aangemeld op {day}.',
  'device.lastUsed': 'Laas gebruik op {day}.',
  'device.switchOffOne': 'Skakel af: {name}, aangemeld op {day}',
};
