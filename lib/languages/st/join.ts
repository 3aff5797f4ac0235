import type { TextsOf } from '../en/messages.ts';

export const join = {
  'join.lead': 'Ho nka metsotso e mmedi. Ebe o na le konopo ya ho bitsa thuso.',
  'join.accept': 'Ka ho ngodisa o amohela {terms}. Bala le seo re se bolokang ka wena: {privacy}.',
  'join.terms': 'melawana',
  'join.privacy': 'lekunutu',
  'join.known': 'O se o ngodisitse?',
  'join.reload': 'Kenya hape',
  'join.change': 'Fetola dintlha',
  'join.name': 'Lebitso',
  'join.surname': 'Sefane',
  'join.oneName': 'Tlohela ho se na letho haeba o na le lebitso le le leng.',
  'join.sayName': 'Lebitso la hao le bitswa jwang',
  'join.sayNameHint':
    'Ka ditlhaku tse tlohang ho A ho ya ho Z, jwaloka Muhammad. Ke bakeng sa ba tlang ho o thusa.',
  'join.mobileHint': 'Re tla o romella khoutu ka SMS. Bathusi ba ka letsetsa nomoro ena.',
  'join.subscription': 'Peeletso',
  'join.subscriptionHint': 'E sebetsa selemo ho tloha kajeno.',
  'join.optional': 'Ha se qobello',
  'field.nameMissing': 'Ngola lebitso la hao',
  'field.nameLong': 'Lebitso la hao le ka ba le ditlhaku tse 80 feela',
  'field.nameLetters': 'Sebedisa ditlhaku feela lebitsong la hao, hobane bathusi ba tla le bala',
  'field.surnameMissing': 'Ngola sefane sa hao',
  'field.surnameLong': 'Sefane sa hao se ka ba le ditlhaku tse 80 feela',
  'field.surnameLetters': 'Sebedisa ditlhaku feela sefaneng sa hao, hobane bathusi ba tla se bala',
  'field.sayName':
    'Ngola hore na lebitso la hao le bitswa jwang ka ditlhaku tse tlohang ho A ho ya ho Z, jwaloka Muhammad',
  'field.sayNameLong': 'Ditlhaku tse 80 feela: ngola feela hore na lebitso le bitswa jwang',
  'field.subscription': 'Kgetha peeletso',
  'field.registration': 'Qala ngodiso hape',
  'refusal.registration.expired': 'Ngodiso ena e fedile',
  'refusal.registration.expired.detail':
    'O emetse nako e telele haholo. Ha ho letho le bolokilweng. Ka kopo qala hape.',
  'refusal.registration.mobile_known': 'AURA e se e tseba nomoro ena',
  'refusal.registration.mobile_known.detail':
    'Nomoro ena ya mohala e se e na le akhaonte ya AURA, e tswang app e nngwe. Re ke ke ra etsa ya bobedi. Sebedisa nomoro e nngwe, kapa o kope tshehetso ya AURA hore e lokolle ena.',
  'refusal.registration.aura_unavailable': 'AURA ha e arabe',
  'refusal.registration.aura_unavailable.detail':
    'Nomoro ya hao e nepahetse, empa AURA e hlolehile ho etsa akhaonte ya hao. Ha o so sireletsehe. Leka hape. Ha o hloke khoutu e ntjha.',
  'refusal.registration.completed': 'Akhaonte ya hao e loketse',
  'refusal.registration.completed.detail':
    'Kena ka nomoro ya hao ya mohala. Re tla o romella khoutu e ntjha ka SMS.',
  'refusal.registration.answer_lost': 'Ha re tsebe hore na AURA e entse eng',
  'refusal.registration.answer_lost.detail':
    'Re lahlehetswe ke kgokahano le AURA ha e ntse e etsa akhaonte ya hao. Ha o so sireletswe ke Vigil. Leka hape motsotsong o le mong. Haeba o bona sena hape, kopa tshehetso ya AURA hore e lokolle nomoro ya hao. Ebe o ngodisa hape.',
  'refusal.registration.aura_rejected': 'AURA ha e a amohela dintlha tsena',
  'refusal.registration.aura_rejected.detail':
    'Ha ho akhaonte e entsweng. Hlahloba lebitso, nomoro le peeletso, mme o qale hape.',
  'refusal.registration.name_letters': 'AURA ha e a amohela dintlha tsena',
  'refusal.registration.name_letters.detail':
    'Ha ho akhaonto e entsweng. E ka ba ditlhaku tsa lebitso la hao. Ngola hore na le bitswa jwang ka ditlhaku tse tlohang ho A ho ya ho Z, ebe o leka hape.',
  'refusal.registration.in_progress': 'Ka kopo ema',
  'refusal.registration.in_progress.detail':
    'Akhaonte ya hao e ntse e etswa jwale. Leka hape metsotswaneng e mmalwa.',
  'refusal.subscription.types_unavailable': 'AURA ha e arabe',
  'refusal.subscription.types_unavailable.detail':
    'Re hlolehile ho kenya dipeeletso tsa AURA. Kenya leqephe lena hape haufinyane.',
} satisfies TextsOf<'join'>;
