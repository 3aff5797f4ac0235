import type { TextsOf } from '../en/messages.ts';

export const entry = {
  'entry.signIn': 'Kena',
  'entry.register': 'Ngodisa',
  'entry.foot':
    'Vigil e romela alamo ya hao ho AURA. AURA e romela ba tshireletso le ba bophelo. Haeba Vigil e sa sebetse, letsetsa 112.',
  'entry.broken': 'Ha ho letho leo o le ngotseng le rometsweng. Haeba o hloka thuso hona jwale, letsetsa:',
  'start.title': 'Bitsa thuso ho tswa sebatling sefe kapa sefe.',
  'start.lead':
    'Konopo e le nngwe bakeng sa thuso ya AURA ya tshireletso le ya bophelo. Ha ho letho leo o lokelang ho le kenya. E sebetsa fonong ya hao le khomputareng efe kapa efe.',
  'start.steps': 'Se etsahalang ha o tobetsa',
  'start.hold': 'Tshwara konopo',
  'start.holdText': 'Tobetsa o tshware, ka monwana, ka mouse kapa ka keyboard. Vigil e fumana sebaka sa hao.',
  'start.cancel': 'Metsotswana e meraro ya ho hlakola',
  'start.cancelText': 'Na e ne e le phoso? Tlanya Hlakola. Kapa tlanya Romela jwale.',
  'start.watch': 'Bona thuso e etla',
  'start.watchText':
    'AURA e fumana alamo ya hao mme e romela ba tshireletso kapa ba bophelo. O bona mohato ka mong, le hore o etsahetse neng.',
  'start.promise':
    'Vigil e re alamo ya hao e rometswe feela ha AURA e netefaditse. Ho fihlela moo, o bona dinomoro tseo o ka di letsetsang.',
  'signIn.lead': 'Ka nomoro ya hao ya mohala, fonong kapa khomputareng efe kapa efe.',
  'signIn.notYet': 'Ha o so ngodise?',
  'signIn.mobile': 'Nomoro ya mohala',
  'signIn.hint': 'Nomoro eo o ingodisitseng ka yona. Re tla o romella khoutu ka SMS.',
  'signIn.send': 'Romela khoutu',
  'signIn.another': 'Sebedisa nomoro e nngwe',
  'signIn.sent': 'Re rometse SMS e nang le dinomoro tse tsheletseng ho {mobile}.',
  'signIn.code': 'Khoutu',
  'signIn.codeHint': 'Khoutu e sebetsa metsotso e leshome.',
  'signIn.confirm': 'Netefatsa',
  'signIn.surname': 'Sefane',
  'signIn.newCode': 'Romela khoutu e ntjha',
  'field.mobileMissing': 'Ngola nomoro ya hao ya mohala',
  'field.mobileLong': 'Sena se setelele haholo hore e be nomoro ya mohala',
  'field.mobileWrong': 'Ena ha se nomoro ya mohala. E ngole tjena: 082 123 4567 kapa +27 82 123 4567',
  'field.mobileCountry': 'Ha re romele dikhoutu dinomorong tsa naha ena',
  'field.codeMissing': 'Ngola khoutu e molaetseng',
  'field.codeWrong': 'Khoutu e na le dinomoro tse 6',
  'field.surnameMissing': 'Ngola sefane sa hao',
  'field.surnameLong': 'Sefane sa hao se ka ba le ditlhaku tse 80 feela',
  'field.surnameLetters': 'Sebedisa ditlhaku feela sefaneng sa hao, hobane bathusi ba tla se bala',
  'refusal.code.wrong': 'Khoutu eo ha e a nepahala',
  'refusal.code.wrong.detail': 'Sheba SMS mme o ngole dinomoro tse tsheletseng hape.',
  'refusal.code.expired': 'Khoutu eo ha e sa sebetsa',
  'refusal.code.expired.detail': 'Khoutu e sebetsa metsotso e leshome le maiteko a mahlano. Kopa e ntjha.',
  'refusal.code.too_soon': 'Ema pele ho khoutu e latelang',
  'refusal.code.too_soon.detail':
    'Re rometse dikhoutu nomorong ena. Sebedisa ya ho qetela, kapa o leke hape kamora metsotso e mmalwa.',
  'refusal.code.limit_number': 'Dikhoutu tse ngata haholo bakeng sa nomoro ena',
  'refusal.code.limit_number.detail':
    'O ka fumana dikhoutu tse hlano ka hora. Sebedisa ya ho qetela, kapa o eme.',
  'refusal.code.limit_day': 'Dikhoutu tse ngata haholo bakeng sa nomoro ena kajeno',
  'refusal.code.limit_day.detail':
    'O ka fumana dikhoutu tse leshome ka letsatsi. Sebedisa ya ho qetela, kapa o leke hape hosane.',
  'refusal.code.limit_address': 'Dikhoutu tse ngata haholo kgokahanong ena',
  'refusal.code.limit_address.detail':
    'Re romela dikhoutu tse mashome a mabedi ka hora kgokahanong e le nngwe ya inthanete. Ema, ebe o leka hape.',
  'refusal.code.not_sent': 'Re hlolehile ho romela khoutu',
  'refusal.code.not_sent.detail':
    'Tshebeletso ya SMS ha e a e amohela. Ha ho letho le bolokilweng. Leka hape haufinyane.',
  'refusal.sign_in.no_account': 'Ha ho so be akhaonte bakeng sa nomoro ena',
  'refusal.sign_in.no_account.detail':
    'Khoutu e ne e nepahetse, empa nomoro ena ha e a ngodiswa. Ngodisa hore o sireletsehe.',
  'refusal.sign_in.surname_needed': 'Ngola le sefane sa hao',
  'refusal.sign_in.surname_needed.detail':
    'Ha ho motho ya keneng ka nomoro ena nako e telele. Re kopa sefane seo o ingodisitseng ka sona.',
  'refusal.sign_in.surname_wrong': 'Sefane seo ha se a nepahala',
  'refusal.sign_in.surname_wrong.detail':
    'Se ngole kamoo o ingodisitseng kateng. Haeba o ngodisitse lebitso le le leng feela, ngola lona.',
  'refusal.sign_in.surname_limit': 'Difane tse fosahetseng tse ngata haholo',
  'refusal.sign_in.surname_limit.detail':
    'O ka leka hape hosane. Difono le dikhomphutha tse keneng di ntse di sebetsa.',
} satisfies TextsOf<'entry'>;
