import type { TextsOf } from '../en/messages.ts';

export const outcomes: TextsOf<'outcomes'> = {
  'missing.title': 'Haikupatikana',
  'missing.page': 'Hakuna ukurasa hapa',
  'missing.pageText': 'Huenda anwani si sahihi, au huwezi kuona ukurasa huu.',
  'missing.wrong': 'Huenda anwani si sahihi.',
  'missing.start': 'Nenda mwanzo',
  'missing.nothing': 'Hakuna kitu hapa',
  'missing.nothingText': 'Huenda anwani si sahihi, au ukurasa si wako.',
  'missing.ifYours': 'Kama ni wako, {signIn} na uufungue tena.',
  'missing.signIn': 'ingia',
  'deleted.title': 'Akaunti imefutwa',
  'deleted.done': 'Akaunti imefutwa',
  'deleted.going': 'Akaunti inafutwa',
  'deleted.lead': 'Kitufe cha akaunti hii hakiiti msaada tena. Ili kutumia Vigil tena, jisajili tena.',
  'deleted.here':
    'Vigil imefuta jina, nambari, anwani, mahali na ujumbe. Tahadhari za zamani hubaki kama nambari bila jina wala mahali.',
  'deleted.notYetHere':
    'Vigil bado inafuta. Kama tahadhari haijaisha, Vigil inasubiri hadi iishe. Huhitaji kufanya chochote.',
  'deleted.atAura':
    'AURA imemweka mteja alama kuwa amefutwa. Hatujui AURA inahifadhi nini. Iulize AURA kuhusu hilo.',
  'deleted.notYetAtAura':
    'AURA bado haijathibitisha. Vigil inauliza tena yenyewe. Hifadhi anwani ya ukurasa huu ili uangalie baadaye.',
  'refusal.erasure.not_found': 'Hakuna ukurasa kama huo',
  'refusal.erasure.not_found.detail': 'Vigil haijui akaunti iliyofutwa yenye anwani hii.',
  'signup.title': 'Kujiunga kwako',
  'signup.registered': 'Umesajiliwa',
  'signup.registeredLead': 'Hatua moja zaidi: ingia. Kisha una kitufe.',
  'signup.account': 'AURA ina akaunti yako.',
  'signup.uncovered': 'Bado hujalindwa',
  'signup.uncoveredText':
    'AURA haina usajili wako unaotumika, hivyo msaada hautakuja. Mwombe mtu aliyekutumia kiungo auanzishe.',
  'signup.signIn': 'Ingia kwa {mobile}. Tutakutumia msimbo kwa SMS.',
  'signup.held': 'Bado huwezi kuingia',
  'signup.heldHere': 'AURA ina akaunti yako, lakini hatukuweza kuifungua hapa',
  'signup.held.mobile_taken':
    'Nambari hii ya simu tayari ina akaunti hapa. Kama ni yako, ingia. Kama sivyo, mwulize mtu aliyekutumia kiungo.',
  'signup.held.unreadable':
    'AURA haina nambari yako ya simu inayoweza kupata SMS. Mwulize mtu aliyekutumia kiungo.',
  'signup.held.deleted': 'Akaunti hii ilifutwa. Mwombe mtu aliyeituma akupe mpya.',
  'signup.held.other_reference': 'Jibu la AURA halilingani na anwani hii. Mwulize mtu aliyekutumia kiungo.',
  'signup.nobody': 'AURA haina akaunti yako kwa kiungo hiki.',
  'signup.nobodyYet': 'AURA bado haina akaunti yako kwa kiungo hiki.',
  'signup.saidFailed': 'Ukurasa wa AURA unasema imeshindikana.',
  'signup.saidPayment': 'Ukurasa wa AURA unasema imeshindikana: malipo hayakufanikiwa.',
  'signup.saidCode': 'Ukurasa wa AURA unasema imeshindikana ({code}).',
  'signup.saidCancelled': 'Ukurasa wa AURA unasema uliisimamisha. Hukusajiliwa.',
  'signup.openAgain': 'Fungua kiungo ulichotumiwa ili kujaribu tena, au omba kipya.',
  'signup.wait':
    'Kama umemaliza kwenye ukurasa wa AURA, inaweza kuchukua muda kidogo. Ukurasa huu unaangalia tena.',
  'signup.title.completed': 'Bado haijathibitishwa',
  'signup.title.failed': 'Kujiunga hakukufanikiwa',
  'signup.title.cancelled': 'Kujiunga kumeghairiwa',
  'signup.check': 'Angalia tena',
  'refusal.signup.not_found': 'Hatujui kujiunga huku',
  'refusal.signup.not_found.detail':
    'Angalia kama anwani ni kamili, au mwombe mtu aliyekutumia kiungo akupe kipya.',
  'refusal.signup.not_at_aura': 'AURA haijui tena kujiunga huku',
  'refusal.signup.not_at_aura.detail':
    'Hakuna aliyesajiliwa nako. Mwombe mtu aliyekutumia kiungo akupe kipya.',
  'refusal.signup.too_many': 'AURA imeulizwa vya kutosha',
  'refusal.signup.too_many.detail':
    'Subiri dakika kumi, kisha angalia tena. Hakuna kilichopotea: ulichofanya kwenye ukurasa wa AURA kinahesabika.',
  'refusal.aura.not_asked': 'AURA haijibu',
  'refusal.aura.not_asked.detail':
    'Hatukuweza kuiuliza AURA. Hakuna kilichobadilishwa; jaribu tena baada ya muda mfupi.',
};
