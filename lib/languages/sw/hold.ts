import type { TextsOf } from '../en/messages.ts';

export const hold = {
  'hold.how': 'Bonyeza na ushikilie.',
  'hold.seconds': 'sekunde {seconds}',
  'hold.howLong': 'Shikilia kwa {length}.',
  'hold.holding': 'Endelea kushikilia…',
  'hold.tooSoon': 'Haijatumwa. Umeachilia mapema mno. {howLong}',
  'hold.twoTaps': 'Gusa mara mbili.',
  'hold.tapAgain': 'Gusa tena ili kuita msaada.',
  'hold.notTwice': 'Haijatumwa. Hukugusa tena. Gusa mara mbili.',
  'hold.unlessCancelled': 'Msaada utaitwa. Gusa Ghairi ili kusimamisha.',
  'hold.sending': 'Inatuma…',
  'hold.cancelling': 'Inaghairi…',
  'hold.nothingSent': 'Imeghairiwa. Hakuna kilichotumwa.',
  'hold.nothingMore': 'Hakuna kingine kilichotumwa.',
  'hold.cancelUnheard':
    'Hatukuweza kufikia seva. Huenda msaada unakuja. Fungua ukurasa huu tena. Kisha unaweza kugusa “Niko salama”.',
  'hold.noAnswer': 'Bado hakuna jibu. Usisubiri. Piga simu sasa.',
  'hold.stillNeeded': 'Ulibonyeza muda uliopita. Hatujui kama msaada uliitwa. Unahitaji msaada sasa?',
} satisfies TextsOf<'hold'>;
