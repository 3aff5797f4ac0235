import type { TextsOf } from '../en/messages.ts';

export const outcomes: TextsOf<'outcomes'> = {
  'missing.title': 'Ha e a fumanwa',
  'missing.page': 'Ha ho leqephe mona',
  'missing.pageText': 'Aterese e ka nna ya be e fosahetse, kapa o ke ke wa bona leqephe lena.',
  'missing.wrong': 'Aterese e ka nna ya be e fosahetse.',
  'missing.start': 'Eya qalong',
  'missing.nothing': 'Ha ho letho mona',
  'missing.nothingText': 'Aterese e ka nna ya be e fosahetse, kapa leqephe ha se la hao.',
  'missing.ifYours': 'Haeba e le la hao, {signIn} mme o le bule hape.',
  'missing.signIn': 'kena',
  'deleted.title': 'Akhaonto e hlakotswe',
  'deleted.done': 'Akhaonto e hlakotswe',
  'deleted.going': 'Akhaonto e a hlakolwa',
  'deleted.lead': 'Konopo ya akhaonto ena ha e sa bitsa thuso. Ho sebedisa Vigil hape, ngodisa hape.',
  'deleted.here':
    'Vigil e hlakotse lebitso, nomoro, diaterese, dibaka le melaetsa. Dialamo tsa kgale di sala e le dipalo tse se nang lebitso kapa sebaka.',
  'deleted.notYetHere':
    'Vigil e ntse e hlakola. Haeba alamo e so fele, Vigil e ema ho fihlela e fela. Ha ho hlokahale hore o etse letho.',
  'deleted.atAura':
    'AURA e tshwaile moreki a hlakotswe. Ha re tsebe hore AURA e boloka eng. Botsa AURA ka seo.',
  'deleted.notYetAtAura':
    'AURA ha e so e netefatse. Vigil e botsa hape ka boyona. Boloka aterese ya leqephe lena ho sheba hamorao.',
  'refusal.erasure.not_found': 'Ha ho leqephe le jwalo',
  'refusal.erasure.not_found.detail': 'Vigil ha e tsebe akhaonto e hlakotsweng e nang le aterese ena.',
  'signup.title': 'Ho ikopanya ha hao',
  'signup.registered': 'O ngodisitswe',
  'signup.registeredLead': 'Mohato o le mong o setseng: kena. Ebe o na le konopo.',
  'signup.account': 'AURA e na le akhaonto ya hao.',
  'signup.uncovered': 'Ha o so sireletsehe',
  'signup.uncoveredText':
    'AURA ha e na peeletso ya hao e sebetsang, kahoo thuso e ke ke ya tla. Kopa motho ya o rometseng kgokahano hore a e qale.',
  'signup.signIn': 'Kena ka {mobile}. Re tla o romella khoutu ka SMS.',
  'signup.held': 'Ha o so kgone ho kena',
  'signup.heldHere': 'AURA e na le akhaonto ya hao, empa re hlolehile ho e bula mona',
  'signup.held.mobile_taken':
    'Nomoro ena ya mohala e se e na le akhaonto mona. Haeba e le ya hao, kena. Haeba ho se jwalo, botsa motho ya o rometseng kgokahano.',
  'signup.held.unreadable':
    'AURA ha e na nomoro ya hao ya mohala e ka fumanang SMS. Botsa motho ya o rometseng kgokahano.',
  'signup.held.deleted': 'Akhaonto ena e hlakotswe. Kopa e ntjha ho motho ya e rometseng.',
  'signup.held.other_reference':
    'Karabo ya AURA ha e tsamaelane le aterese ena. Botsa motho ya o rometseng kgokahano.',
  'signup.nobody': 'AURA ha e na akhaonto ya hao ka kgokahano ena.',
  'signup.nobodyYet': 'AURA ha e so be le akhaonto ya hao ka kgokahano ena.',
  'signup.saidFailed': 'Leqephe la AURA le re e hlolehile.',
  'signup.saidPayment': 'Leqephe la AURA le re e hlolehile: tefo ha e a atleha.',
  'signup.saidCode': 'Leqephe la AURA le re e hlolehile ({code}).',
  'signup.saidCancelled': 'Leqephe la AURA le re o e emisitse. Ha o a ngodiswa.',
  'signup.openAgain': 'Bula kgokahano eo o e rometsweng ho leka hape, kapa o kope e ntjha.',
  'signup.wait': 'Haeba o qetile leqepheng la AURA, ho ka nka nakwana. Leqephe lena le hlahloba hape.',
  'signup.title.completed': 'Ha ho so netefatswe',
  'signup.title.failed': 'Ho ikopanya ha ho a atleha',
  'signup.title.cancelled': 'Ho ikopanya ho hlakotswe',
  'signup.check': 'Hlahloba hape',
  'refusal.signup.not_found': 'Ha re tsebe ho ikopanya hona',
  'refusal.signup.not_found.detail':
    'Sheba hore aterese e felletse, kapa o kope e ntjha ho motho ya o rometseng kgokahano.',
  'refusal.signup.not_at_aura': 'AURA ha e sa tseba ho ikopanya hona',
  'refusal.signup.not_at_aura.detail':
    'Ha ho motho ya ngodisitsweng ka hona. Kopa e ntjha ho motho ya o rometseng kgokahano.',
  'refusal.signup.too_many': 'AURA e botsitswe ho lekaneng',
  'refusal.signup.too_many.detail':
    'Ema metsotso e leshome, ebe o hlahloba hape. Ha ho letho le lahlehileng: seo o se entseng leqepheng la AURA se a balwa.',
  'refusal.aura.not_asked': 'AURA ha e arabe',
  'refusal.aura.not_asked.detail':
    'Re hlolehile ho botsa AURA. Ha ho letho le fetotsweng; leka hape haufinyane.',
};
