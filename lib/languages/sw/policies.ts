import type { TextsOf } from '../en/messages.ts';

export const policies: TextsOf<'policies'> = {
  'privacy.lead': 'Vigil inajua nini kuhusu wewe, na nani anayaona.',
  'privacy.keep': 'Tunachohifadhi kuhusu wewe',
  'privacy.keep.name':
    'Jina lako, nambari yako ya simu na usajili wako. Kama uliandika jinsi jina lako linavyotamkwa, tunahifadhi hilo pia.',
  'privacy.keep.address':
    'Anwani yako iliyohifadhiwa na watu wako wa kuaminika, ukitupa. Unaweza kuondoa zote kwenye wasifu wako. Ukichagua, watu wako wanapata SMS yenye jina lako la kwanza na kiungo wakati chumba cha udhibiti kina tahadhari yako.',
  'privacy.keep.alarms':
    'Tahadhari zako: ulibonyeza lini, ulikuwa wapi, nini kilitokea, ujumbe wako na tathmini yako.',
  'privacy.keep.help': 'Aina ya msaada uliyochagua mwisho, na lugha yako.',
  'privacy.keep.terms': 'Ulikubali masharti yapi, na lini.',
  'privacy.keep.devices':
    'Simu na kompyuta ulizoingia: aina ya kivinjari, uliingia lini na ulikitumia lini mwisho.',
  'privacy.keep.pushes':
    'Ukiwasha ujumbe kwa kifaa: jinsi kivinjari chake kinavyoweza kufikiwa, na kwa lugha gani.',
  'privacy.keep.location': 'Mahali ulipo wakati tahadhari iko wazi. Vigil haikufuatilii wakati mwingine.',
  'privacy.seen': 'Nani anayaona',
  'privacy.seen.aura':
    'AURA na chumba chake cha udhibiti: jina na nambari yako, mahali ulipo, ujumbe wako na tathmini yako.',
  'privacy.seen.facts':
    'Unachoandika chini ya “{title}” kwenye wasifu wako: tunakituma kwa AURA na hatukihifadhi. Waendeshaji wa Vigil wanaweza kukifungua huko.',
  'privacy.seen.operators': 'Waendeshaji wa Vigil. Vigil inaandika nani aliangalia maelezo yako ya faragha.',
  'privacy.seen.friend':
    'Rafiki mwenye kiungo chako: kinachotokea na uko wapi, hadi tahadhari iishe au kwa siku moja.',
  'privacy.seen.sms':
    'Huduma ya SMS: nambari yako ya simu, misimbo tunayokutumia, na tunachokuambia kuhusu mabadiliko ya akaunti yako.',
  'privacy.seen.pushes':
    'Mtengenezaji wa kivinjari chako, ukiwasha ujumbe kwa kifaa: kwamba tunatuma kitu, si kile kinachosema.',
  'privacy.seen.nobody': 'Hatuuzi tunachojua kuhusu wewe. Hakuna matangazo.',
  'privacy.long': 'Tunayahifadhi kwa muda gani',
  'privacy.long.code': 'Msimbo kwa SMS unafanya kazi kwa dakika kumi.',
  'privacy.long.registration': 'Usajili usioumaliza: saa moja. Kama AURA haikujibu, hadi siku thelathini.',
  'privacy.long.systems': 'Ujumbe kati ya mfumo wa AURA na wetu: {time}.',
  'privacy.long.path': 'Njia yako wakati wa tahadhari: {time}.',
  'privacy.long.alarms':
    'Tahadhari zako: {time} baada ya kuisha. Kisha tunafuta jina lako, mahali na ujumbe kutoka kwazo.',
  'privacy.long.addresses': 'Anwani za intaneti katika kumbukumbu yetu ya nani alifanya nini: {time}.',
  'privacy.long.device': 'Simu au kompyuta uliyoingia: siku 400 baada ya kuingia hapo.',
  'privacy.long.account': 'Akaunti yako: hadi uifute. Gusa “{button}” kwenye wasifu wako.',
  'privacy.long.aura':
    'Ukifuta akaunti yako, tunaiambia AURA. AURA inakuweka alama kuwa umefutwa. Hatujui AURA inahifadhi nini.',
  'privacy.long.open': 'Wakati tahadhari haijaisha, huwezi kufuta akaunti yako.',
  'privacy.long.see':
    'Gusa “{button}” kwenye wasifu wako ili kuona tunachohifadhi. Waombe watu waliokupa Vigil wakirekebishe.',
  'privacy.phone': 'Kwenye simu yako',
  'privacy.phone.button': 'Kitufe kinabaki tayari kwa siku 400 baada ya kuingia. Kisha unaingia tena.',
  'privacy.phone.alarm':
    'Mahali pako pa mwisho na tahadhari ambayo bado haijatumwa hubaki kwenye simu hii, ili kisipotee chochote.',
  'privacy.phone.help':
    'Aina ya msaada uliyochagua, na ulifanya mazoezi lini mwisho, pia hubaki kwenye simu hii.',
  'privacy.phone.signOut': 'Toka kwenye wasifu wako ili kuondoa haya yote kwenye simu.',
  'privacy.years': '{count, plural, one {mwaka mmoja} other {miaka #}}',
  'privacy.days': '{count, plural, one {siku moja} other {siku #}}',
  'conditions.lead': 'Unachoweza kutarajia kutoka Vigil, na usichoweza.',
  'conditions.version': 'Toleo {version}',
  'conditions.does': 'Vigil inafanya nini',
  'conditions.does.sends': 'Inatuma tahadhari yako na mahali ulipo kwa AURA. AURA inaamua nani anakuja.',
  'conditions.does.tries':
    'Inaendelea kujaribu AURA isipojibu, na inakuambia kwamba tahadhari yako bado haijatumwa.',
  'conditions.does.shows': 'Inakuonyesha kile AURA inachoripoti, na ilikuwa lini.',
  'conditions.not': 'Vigil haiahidi nini',
  'conditions.not.comes':
    'Kwamba msaada unakuja, au haraka kiasi gani. Hilo linategemea AURA, eneo lako na usajili wako.',
  'conditions.not.works': 'Kwamba kitufe kinafanya kazi bila intaneti, betri au mahali.',
  'conditions.not.map': 'Kwamba ramani ni sahihi kabisa. Simu yako inaweza kukosea kuhusu mahali ulipo.',
  'conditions.not.police':
    'Vigil si polisi, ambulensi wala zimamoto. Ukiwa hatarini unaweza kupiga 112 wakati wote.',
  'conditions.ask': 'Tunachokuomba',
  'conditions.ask.press': 'Bonyeza unapohitaji msaada. Tumia Mazoezi kujaribu kitufe.',
  'conditions.ask.name': 'Toa jina lako la kweli na nambari unayoijibu.',
  'conditions.ask.mistake': 'Kama ulibonyeza kwa makosa, gusa Ghairi, au “Niko salama”.',
  'conditions.ask.lost': 'Ukipoteza simu yako, zima kitufe chake kwenye wasifu wako.',
};
