import type { TextsOf } from '../en/messages.ts';

export const outcomes: TextsOf<'outcomes'> = {
  'missing.title': 'Ga e a bonwa',
  'missing.page': 'Ga go tsebe fano',
  'missing.pageText': 'Aterese e ka nna ya bo e fosagetse, kgotsa ga o kake wa bona tsebe e.',
  'missing.wrong': 'Aterese e ka nna ya bo e fosagetse.',
  'missing.start': 'Ya kwa tshimologong',
  'missing.nothing': 'Ga go sepe fano',
  'missing.nothingText': 'Aterese e ka nna ya bo e fosagetse, kgotsa tsebe ga se ya gago.',
  'missing.ifYours': 'Fa e le ya gago, {signIn} mme o e bule gape.',
  'missing.signIn': 'tsena',
  'deleted.title': 'Akhaonto e phimotswe',
  'deleted.done': 'Akhaonto e phimotswe',
  'deleted.going': 'Akhaonto e a phimolwa',
  'deleted.lead': 'Konopo ya akhaonto e ga e tlhole e bitsa thuso. Go dirisa Vigil gape, ikwadise gape.',
  'deleted.here':
    'Vigil e phimotse leina, nomoro, diaterese, mafelo le melaetsa. Dialamo tsa bogologolo di sala e le dipalo tse di senang leina kgotsa lefelo.',
  'deleted.notYetHere':
    'Vigil e santse e phimola. Fa alamo e ise e fele, Vigil e leta go fitlha e fela. Ga o tlhoke go dira sepe.',
  'deleted.atAura':
    'AURA e tshwaile modirisi a phimotswe. Ga re itse gore AURA e boloka eng. Botsa AURA ka seo.',
  'deleted.notYetAtAura':
    'AURA ga e ise e e netefatse. Vigil e botsa gape ka boyone. Boloka aterese ya tsebe e go leba moragonyana.',
  'refusal.erasure.not_found': 'Ga go tsebe e e jalo',
  'refusal.erasure.not_found.detail': 'Vigil ga e itse akhaonto e e phimotsweng e e nang le aterese e.',
  'signup.title': 'Go ikopanya ga gago',
  'signup.registered': 'O kwadisitswe',
  'signup.registeredLead': 'Kgato e le nngwe e e setseng: tsena. Morago o na le konopo.',
  'signup.account': 'AURA e na le akhaonto ya gago.',
  'signup.uncovered': 'Ga o ise o sireletsege',
  'signup.uncoveredText':
    'AURA ga e na peeletso ya gago e e berekang, ka jalo thuso ga e kake ya tla. Kopa motho yo o go rometseng kgolagano gore a e simolole.',
  'signup.signIn': 'Tsena ka {mobile}. Re tla go romelela khoutu ka SMS.',
  'signup.held': 'Ga o ise o kgone go tsena',
  'signup.heldHere': 'AURA e na le akhaonto ya gago, mme ga re a kgona go e bula fano',
  'signup.held.mobile_taken':
    'Nomoro e ya mogala e setse e na le akhaonto fano. Fa e le ya gago, tsena. Fa go se jalo, botsa motho yo o go rometseng kgolagano.',
  'signup.held.unreadable':
    'AURA ga e na nomoro ya gago ya mogala e e ka bonang SMS. Botsa motho yo o go rometseng kgolagano.',
  'signup.held.deleted': 'Akhaonto e e phimotswe. Kopa e ntšhwa mo mothong yo o e rometseng.',
  'signup.held.other_reference':
    'Karabo ya AURA ga e tsamaelane le aterese e. Botsa motho yo o go rometseng kgolagano.',
  'signup.nobody': 'AURA ga e na akhaonto ya gago ka kgolagano e.',
  'signup.nobodyYet': 'AURA ga e ise e nne le akhaonto ya gago ka kgolagano e.',
  'signup.saidFailed': 'Tsebe ya AURA e re go paletswe.',
  'signup.saidPayment': 'Tsebe ya AURA e re go paletswe: tuelo ga e a atlega.',
  'signup.saidCode': 'Tsebe ya AURA e re go paletswe ({code}).',
  'signup.saidCancelled': 'Tsebe ya AURA e re o e emisitse. Ga o a kwadisiwa.',
  'signup.openAgain': 'Bula kgolagano e o e romeletsweng go leka gape, kgotsa o kope e ntšhwa.',
  'signup.wait': 'Fa o feditse mo tsebeng ya AURA, go ka tsaya nakwana. Tsebe e e tlhola gape.',
  'signup.title.completed': 'Ga go ise go netefatswe',
  'signup.title.failed': 'Go ikopanya ga go a atlega',
  'signup.title.cancelled': 'Go ikopanya go khansetswe',
  'signup.check': 'Tlhola gape',
  'refusal.signup.not_found': 'Ga re itse go ikopanya go',
  'refusal.signup.not_found.detail':
    'Leba gore aterese e feletse, kgotsa o kope e ntšhwa mo mothong yo o go rometseng kgolagano.',
  'refusal.signup.not_at_aura': 'AURA ga e tlhole e itse go ikopanya go',
  'refusal.signup.not_at_aura.detail':
    'Ga go ope yo o kwadisitsweng ka gone. Kopa e ntšhwa mo mothong yo o go rometseng kgolagano.',
  'refusal.signup.too_many': 'AURA e boditswe mo go lekaneng',
  'refusal.signup.too_many.detail':
    'Leta metsotso e le lesome, morago o tlhole gape. Ga go sepe se se latlhegileng: se o se dirileng mo tsebeng ya AURA se a balwa.',
  'refusal.aura.not_asked': 'AURA ga e arabe',
  'refusal.aura.not_asked.detail':
    'Ga re a kgona go botsa AURA. Ga go sepe se se fetotsweng; leka gape go ise go ye kae.',
};
