import type { TextsOf } from '../en/messages.ts';

export const outcomes: TextsOf<'outcomes'> = {
  'missing.title': 'Nie gevind nie',
  'missing.page': 'Hier is geen bladsy nie',
  'missing.pageText': 'Die adres is dalk verkeerd, of jy mag nie hierdie bladsy sien nie.',
  'missing.wrong': 'Die adres is dalk verkeerd.',
  'missing.start': 'Gaan na die begin',
  'missing.nothing': 'Hier is niks nie',
  'missing.nothingText': 'Die adres is dalk verkeerd, of die bladsy is nie joune nie.',
  'missing.ifYours': 'As dit joune is, {signIn} en maak dit weer oop.',
  'missing.signIn': 'meld aan',
  'deleted.title': 'Rekening uitgevee',
  'deleted.done': 'Die rekening is uitgevee',
  'deleted.going': 'Die rekening word uitgevee',
  'deleted.lead':
    'Die knoppie van hierdie rekening roep nie meer hulp nie. Om Vigil weer te gebruik, registreer weer.',
  'deleted.here':
    'Vigil het die naam, nommer, adresse, liggings en boodskappe uitgevee. Ou alarms bly as getalle sonder ’n naam of ’n plek.',
  'deleted.notYetHere':
    'Vigil is nog besig om uit te vee. As ’n alarm nie verby is nie, wag Vigil totdat dit is. Jy hoef niks te doen nie.',
  'deleted.atAura':
    'AURA het die kliënt as uitgevee gemerk. Ons weet nie wat AURA hou nie. Vra AURA daaroor.',
  'deleted.notYetAtAura':
    'AURA het dit nog nie bevestig nie. Vigil vra self weer. Hou hierdie bladsy se adres om later te kyk.',
  'refusal.erasure.not_found': 'Geen sulke bladsy nie',
  'refusal.erasure.not_found.detail': 'Vigil ken geen uitgeveede rekening met hierdie adres nie.',
  'signup.title': 'Jou aansluiting',
  'signup.registered': 'Jy is geregistreer',
  'signup.registeredLead': 'Nog een stap: meld aan. Dan het jy die knoppie.',
  'signup.account': 'AURA het jou rekening.',
  'signup.uncovered': 'Jy is nog nie beskerm nie',
  'signup.uncoveredText':
    'AURA het geen aktiewe intekening vir jou nie, dus sal hulp nie kom nie. Vra die mens wat vir jou die skakel gestuur het om een te begin.',
  'signup.signIn': 'Meld aan met {mobile}. Ons sal vir jou ’n kode SMS.',
  'signup.held': 'Jy kan nog nie aanmeld nie',
  'signup.heldHere': 'AURA het jou rekening, maar ons kon dit nie hier oopmaak nie',
  'signup.held.mobile_taken':
    'Hierdie selfoonnommer het reeds hier ’n rekening. As dit joune is, meld aan. As nie, vra die mens wat vir jou die skakel gestuur het.',
  'signup.held.unreadable':
    'AURA het geen selfoonnommer van jou wat ’n SMS kan kry nie. Vra die mens wat vir jou die skakel gestuur het.',
  'signup.held.deleted': 'Hierdie rekening is uitgevee. Vra die mens wat dit gestuur het vir ’n nuwe een.',
  'signup.held.other_reference':
    'AURA se antwoord pas nie by hierdie adres nie. Vra die mens wat vir jou die skakel gestuur het.',
  'signup.nobody': 'AURA het geen rekening van jou deur hierdie skakel nie.',
  'signup.nobodyYet': 'AURA het nog geen rekening van jou deur hierdie skakel nie.',
  'signup.saidFailed': 'AURA se bladsy sê dat dit misluk het.',
  'signup.saidPayment': 'AURA se bladsy sê dat dit misluk het: die betaling het nie deurgegaan nie.',
  'signup.saidCode': 'AURA se bladsy sê dat dit misluk het ({code}).',
  'signup.saidCancelled': 'AURA se bladsy sê dat jy dit gestop het. Jy is nie geregistreer nie.',
  'signup.openAgain':
    'Maak die skakel oop wat vir jou gestuur is om weer te probeer, of vra vir ’n nuwe een.',
  'signup.wait': 'As jy op AURA se bladsy klaar is, kan dit ’n rukkie neem. Hierdie bladsy kyk weer.',
  'signup.title.completed': 'Nog nie bevestig nie',
  'signup.title.failed': 'Die aansluiting het nie deurgegaan nie',
  'signup.title.cancelled': 'Die aansluiting is gekanselleer',
  'signup.check': 'Kyk weer',
  'refusal.signup.not_found': 'Ons ken nie hierdie aansluiting nie',
  'refusal.signup.not_found.detail':
    'Kyk of die adres volledig is, of vra die mens wat vir jou die skakel gestuur het vir ’n nuwe een.',
  'refusal.signup.not_at_aura': 'AURA ken nie meer hierdie aansluiting nie',
  'refusal.signup.not_at_aura.detail':
    'Niemand is daardeur geregistreer nie. Vra die mens wat vir jou die skakel gestuur het vir ’n nuwe een.',
  'refusal.signup.too_many': 'AURA is al genoeg gevra',
  'refusal.signup.too_many.detail':
    'Wag tien minute, en kyk dan weer. Niks is verlore nie: wat jy op AURA se bladsy gedoen het, tel.',
  'refusal.aura.not_asked': 'AURA antwoord nie',
  'refusal.aura.not_asked.detail': 'Ons kon AURA nie vra nie. Niks is verander nie; probeer netnou weer.',
};
