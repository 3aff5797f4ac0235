import type { TextsOf } from '../en/messages.ts';

export const profile: TextsOf<'profile'> = {
  'profile.you': 'Wewe',
  'profile.name': 'Jina',
  'profile.nameAtAura': 'Jina kwa AURA',
  'profile.latin': '{name}. AURA haikupokea jina lako jinsi unavyoliandika.',
  'profile.mobile.why': 'Wasaidizi wanapiga nambari hii, na unaingia kwa nambari hii.',
  'profile.address': 'Anwani iliyohifadhiwa',
  'profile.address.why': 'Kama hatuwezi kupata mahali ulipo, msaada unaenda hapa.',
  'profile.facts': 'Kwa wasaidizi',
  'profile.facts.why':
    'Hii inaweza kuokoa muda usipoweza kuongea. Tunaituma kwa AURA. Unaweza kuacha yote wazi.',
  'profile.button': 'Kitufe chako',
  'profile.button.why':
    'Jinsi unavyokibonyeza, na simu yako inafanya nini baadaye. Hii ni sawa kwenye vifaa vyako vyote.',
  'profile.contact': 'Watu wa kuaminika',
  'profile.contact.why':
    'Hadi watu watano. Unapoita msaada, ujumbe kwa wa kwanza uko tayari: unautuma wewe. Tunawatumia SMS tu ukichagua hapa.',
  'profile.push': 'Ujumbe kwenye kifaa hiki',
  'profile.push.why':
    'Kifaa hiki kinaweza kukuambia msaada unaposonga, na unapokuwa na ujumbe mpya, hata ukurasa huu ukiwa umefungwa. Unaona hayo hayo kwenye ukurasa. Ujumbe unaweza kuchelewa au kutofika kabisa.',
  'profile.push.shown':
    'Skrini iliyofungwa inaonyesha maneno haya tu, bila jina lako na bila mahali. Kama kuna mtu asiyepaswa kuyaona, acha hii imezimwa.',
  'profile.push.silent':
    'Baada ya tahadhari ya kimya hakuna kinachoonyeshwa kwa saa mbili. Kama kitufe chako kimewekwa kuwa kimya, hakuna kinachoonyeshwa kabisa.',
  'profile.devices': 'Vifaa vyako',
  'profile.devices.why': 'Simu na kompyuta hizi zinaweza kuita msaada kwa jina lako. Zima usizozijua.',
  'profile.devices.missing':
    'Kifaa ambacho hukukitumia kwa muda mrefu huenda hakipo hapa. Hii inakizima pia:',
  'profile.data': 'Data yako',
  'profile.here': 'Kifaa hiki',
  'subscription.change': 'Badilisha usajili',
  'subscription.cannot': 'Haiwezekani hapa. Unahitaji kuingia kwako mwenyewe kwa AURA.',
  'subscription.none': 'Huna usajili kwa AURA. Hakuna atakayekuja.',
  'subscription.unknown': 'Haijulikani: AURA haijibu',
  'subscription.until': 'Unatumika hadi',
  'subscription.cancelled': 'Umeghairiwa tarehe',
  'subscription.single': 'Wa mtu mmoja: unakulinda wewe.',
  'subscription.family': 'Wa familia: unakulinda wewe na wanafamilia waliomo.',
  'device.name': '{browser} kwenye {system}',
  'device.browser': 'Kivinjari kisichojulikana',
  'device.apple': 'iPhone au iPad',
  'device.signedIn': 'Kiliingia tarehe {day}.',
  'device.lastUsed': 'Kilitumika mara ya mwisho tarehe {day}.',
  'device.switchOffOne': 'Zima: {name}, kiliingia tarehe {day}',
};
