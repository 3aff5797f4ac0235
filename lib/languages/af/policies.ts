import type { TextsOf } from '../en/messages.ts';

export const policies: TextsOf<'policies'> = {
  'privacy.lead': 'Wat Vigil oor jou weet, en wie dit sien.',
  'privacy.keep': 'Wat ons oor jou hou',
  'privacy.keep.name':
    'Jou naam, jou selfoonnommer en jou intekening. As jy geskryf het hoe om jou naam te sê, hou ons dit ook.',
  'privacy.keep.address':
    'Jou gestoorde adres en jou vertroude kontakte, as jy dit gee. Jy kan alles op jou profiel verwyder. As jy dit kies, kry jou kontakte ’n SMS met jou voornaam en ’n skakel wanneer die beheerkamer jou alarm het.',
  'privacy.keep.alarms':
    'Jou alarms: wanneer jy gedruk het, waar jy was, wat gebeur het, jou boodskappe en jou gradering.',
  'privacy.keep.help': 'Die soort hulp wat jy laas gekies het, en jou taal.',
  'privacy.keep.terms': 'Watter bepalings jy aanvaar het, en wanneer.',
  'privacy.keep.devices':
    'Die fone en rekenaars waar jy aangemeld het: soort blaaier, wanneer jy aangemeld het en wanneer jy dit laas gebruik het.',
  'privacy.keep.pushes':
    'As jy boodskappe vir ’n toestel aanskakel: hoe sy blaaier bereik kan word, en in watter taal.',
  'privacy.keep.location': 'Jou ligging terwyl ’n alarm oop is. Vigil volg jou nie op ander tye nie.',
  'privacy.seen': 'Wie dit sien',
  'privacy.seen.aura':
    'AURA en sy beheerkamer: jou naam en nommer, jou ligging, jou boodskappe en jou gradering.',
  'privacy.seen.facts':
    'Wat jy onder “{title}” op jou profiel skryf: ons stuur dit na AURA en hou dit nie. Vigil se operateurs kan dit daar oopmaak.',
  'privacy.seen.operators':
    'Vigil se operateurs. Vigil skryf neer wie na jou private besonderhede gekyk het.',
  'privacy.seen.friend':
    '’n Vriend met jou skakel: wat gebeur en waar jy is, totdat die alarm verby is of vir een dag.',
  'privacy.seen.sms':
    'Die SMS-diens: jou selfoonnommer, die kodes wat ons vir jou stuur, en wat ons jou sê van veranderings aan jou rekening.',
  'privacy.seen.pushes':
    'Die maker van jou blaaier, as jy boodskappe vir ’n toestel aanskakel: dat ons iets stuur, en nie wat dit sê nie.',
  'privacy.seen.nobody': 'Ons verkoop nie wat ons oor jou weet nie. Daar is geen advertensies nie.',
  'privacy.long': 'Hoe lank ons dit hou',
  'privacy.long.code': '’n Kode per SMS werk vir tien minute.',
  'privacy.long.registration':
    '’n Registrasie wat jy nie klaarmaak nie: een uur. As AURA nie geantwoord het nie, tot dertig dae.',
  'privacy.long.systems': 'Boodskappe tussen AURA se stelsel en ons s’n: {time}.',
  'privacy.long.path': 'Jou pad in ’n alarm: {time}.',
  'privacy.long.alarms':
    'Jou alarms: {time} nadat hulle verby is. Dan vee ons jou naam, die plek en die boodskappe daaruit uit.',
  'privacy.long.addresses': 'Die internetadresse in ons lys van wie wat gedoen het: {time}.',
  'privacy.long.device': '’n Foon of rekenaar waar jy aangemeld het: 400 dae nadat jy daar aangemeld het.',
  'privacy.long.account': 'Jou rekening: totdat jy dit uitvee. Tik “{button}” op jou profiel.',
  'privacy.long.aura':
    'As jy jou rekening uitvee, sê ons vir AURA. AURA merk jou as uitgevee. Ons weet nie wat AURA hou nie.',
  'privacy.long.open': 'Terwyl ’n alarm nie verby is nie, kan jy nie jou rekening uitvee nie.',
  'privacy.long.see':
    'Tik “{button}” op jou profiel om te sien wat ons hou. Vra die mense wat Vigil vir jou gegee het om dit reg te maak.',
  'privacy.phone': 'Op jou foon',
  'privacy.phone.button': 'Die knoppie bly 400 dae gereed nadat jy aangemeld het. Dan meld jy weer aan.',
  'privacy.phone.alarm':
    'Jou laaste ligging en ’n alarm wat nog nie gestuur is nie, bly op hierdie foon, sodat niks verlore gaan nie.',
  'privacy.phone.help':
    'Die soort hulp wat jy gekies het, en wanneer jy laas geoefen het, bly ook op hierdie foon.',
  'privacy.phone.signOut': 'Meld op jou profiel af om dit alles van die foon te verwyder.',
  'privacy.years': '{count, plural, one {een jaar} other {# jaar}}',
  'privacy.days': '{count, plural, one {een dag} other {# dae}}',
  'conditions.lead': 'Wat jy van Vigil kan verwag, en wat nie.',
  'conditions.version': 'Weergawe {version}',
  'conditions.does': 'Wat Vigil doen',
  'conditions.does.sends': 'Dit stuur jou alarm en jou ligging na AURA. AURA besluit wie kom.',
  'conditions.does.tries':
    'Dit hou aan probeer wanneer AURA nie antwoord nie, en sê vir jou dat jou alarm nog nie gestuur is nie.',
  'conditions.does.shows': 'Dit wys jou wat AURA berig, en wanneer dit was.',
  'conditions.not': 'Wat Vigil nie beloof nie',
  'conditions.not.comes':
    'Dat hulp kom, of hoe gou. Dit hang af van AURA, van jou gebied en van jou intekening.',
  'conditions.not.works': 'Dat die knoppie sonder internet, battery of ligging werk.',
  'conditions.not.map': 'Dat die kaart presies is. Jou foon kan verkeerd wees oor waar jy is.',
  'conditions.not.police':
    'Vigil is nie die polisie, ’n ambulans of die brandweer nie. In gevaar kan jy altyd 112 bel.',
  'conditions.ask': 'Wat ons van jou vra',
  'conditions.ask.press': 'Druk wanneer jy hulp nodig het. Gebruik Oefen om die knoppie te probeer.',
  'conditions.ask.name': 'Gee jou regte naam en ’n nommer wat jy antwoord.',
  'conditions.ask.mistake': 'As jy per ongeluk gedruk het, tik Kanselleer, of “Ek is veilig”.',
  'conditions.ask.lost': 'As jy jou foon verloor, skakel sy knoppie op jou profiel af.',
};
