import type { TextsOf } from '../en/messages.ts';

export const entry = {
  'entry.signIn': 'Ingia',
  'entry.register': 'Jisajili',
  'entry.foot':
    'Vigil inatuma tahadhari yako kwa AURA. AURA inatuma watoa huduma wa usalama na matibabu. Kama Vigil haifanyi kazi, piga 112.',
  'entry.broken': 'Hakuna ulichoandika kilichotumwa. Ukihitaji msaada sasa, piga:',
  'start.title': 'Ita msaada kutoka kivinjari chochote.',
  'start.lead':
    'Kitufe kimoja kwa msaada wa AURA wa usalama na matibabu. Hakuna cha kusakinisha. Kinafanya kazi kwenye simu yako na kompyuta yoyote.',
  'start.steps': 'Kinachotokea unapobonyeza',
  'start.hold': 'Shikilia kitufe',
  'start.holdText': 'Bonyeza na ushikilie, kwa kidole, kipanya au kibodi. Vigil inapata mahali ulipo.',
  'start.cancel': 'Sekunde tatu za kughairi',
  'start.cancelText': 'Ilikuwa makosa? Gusa Ghairi. Au gusa Tuma sasa.',
  'start.watch': 'Ona msaada ukija',
  'start.watchText':
    'AURA inapata tahadhari yako na kutuma watoa huduma wa usalama au matibabu. Unaona kila hatua, na ilitokea lini.',
  'start.promise':
    'Vigil inasema tahadhari yako imetumwa tu AURA inapothibitisha. Hadi hapo, unaona nambari za kupiga.',
  'signIn.lead': 'Kwa nambari yako ya simu, kwenye simu au kompyuta yoyote.',
  'signIn.notYet': 'Bado hujajisajili?',
  'signIn.mobile': 'Nambari ya simu',
  'signIn.hint': 'Nambari uliyojisajili nayo. Tutakutumia msimbo kwa SMS.',
  'signIn.send': 'Tuma msimbo',
  'signIn.another': 'Tumia nambari nyingine',
  'signIn.sent': 'Tumetuma SMS yenye tarakimu sita kwa {mobile}.',
  'signIn.code': 'Msimbo',
  'signIn.codeHint': 'Msimbo unafanya kazi kwa dakika kumi.',
  'signIn.confirm': 'Thibitisha',
  'signIn.surname': 'Jina la ukoo',
  'signIn.newCode': 'Tuma msimbo mpya',
  'field.mobileMissing': 'Andika nambari yako ya simu',
  'field.mobileLong': 'Hii ni ndefu mno kuwa nambari ya simu',
  'field.mobileWrong': 'Hii si nambari ya simu. Iandike kama 082 123 4567 au +27 82 123 4567',
  'field.mobileCountry': 'Hatutumi misimbo kwa nambari za nchi hii',
  'field.codeMissing': 'Andika msimbo ulio kwenye ujumbe',
  'field.codeWrong': 'Msimbo una tarakimu 6',
  'field.surnameMissing': 'Andika jina lako la ukoo',
  'field.surnameLong': 'Jina lako la ukoo linaweza kuwa na herufi 80 tu',
  'field.surnameLetters': 'Tumia herufi tu katika jina lako la ukoo, kwa kuwa watoa huduma watalisoma',
  'refusal.code.wrong': 'Msimbo huo si sahihi',
  'refusal.code.wrong.detail': 'Tazama SMS na uandike tarakimu sita tena.',
  'refusal.code.expired': 'Msimbo huo haufanyi kazi tena',
  'refusal.code.expired.detail': 'Msimbo unafanya kazi kwa dakika kumi na majaribio matano. Omba mpya.',
  'refusal.code.too_soon': 'Subiri kabla ya msimbo unaofuata',
  'refusal.code.too_soon.detail':
    'Tumetuma misimbo kwa nambari hii. Tumia wa mwisho, au jaribu tena baada ya dakika chache.',
  'refusal.code.limit_number': 'Misimbo mingi mno kwa nambari hii',
  'refusal.code.limit_number.detail':
    'Unaweza kupata misimbo mitano kwa saa moja. Tumia wa mwisho, au subiri.',
  'refusal.code.limit_day': 'Misimbo mingi mno kwa nambari hii leo',
  'refusal.code.limit_day.detail':
    'Unaweza kupata misimbo kumi kwa siku moja. Tumia wa mwisho, au jaribu tena kesho.',
  'refusal.code.limit_address': 'Misimbo mingi mno kutoka muunganisho huu',
  'refusal.code.limit_address.detail':
    'Tunatuma misimbo ishirini kwa saa moja kwa muunganisho mmoja wa intaneti. Subiri, kisha jaribu tena.',
  'refusal.code.not_sent': 'Hatukuweza kutuma msimbo',
  'refusal.code.not_sent.detail':
    'Huduma ya SMS haikuukubali. Hakuna kilichohifadhiwa. Jaribu tena hivi karibuni.',
  'refusal.sign_in.no_account': 'Bado hakuna akaunti ya nambari hii',
  'refusal.sign_in.no_account.detail':
    'Msimbo ulikuwa sahihi, lakini nambari hii haijasajiliwa. Jisajili ili ulindwe.',
  'refusal.sign_in.surname_needed': 'Andika pia jina lako la ukoo',
  'refusal.sign_in.surname_needed.detail':
    'Hakuna aliyeingia kwa namba hii kwa muda mrefu. Tunaomba jina la ukoo ulilojisajili nalo.',
  'refusal.sign_in.surname_wrong': 'Jina hilo la ukoo si sahihi',
  'refusal.sign_in.surname_wrong.detail':
    'Liandike kama ulivyojisajili. Kama ulisajili jina moja tu, andika jina hilo.',
  'refusal.sign_in.surname_limit': 'Majina ya ukoo yasiyo sahihi ni mengi mno',
  'refusal.sign_in.surname_limit.detail':
    'Unaweza kujaribu tena kesho. Simu na kompyuta zilizoingia bado zinafanya kazi.',
} satisfies TextsOf<'entry'>;
