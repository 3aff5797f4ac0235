import type { TextsOf } from '../en/messages.ts';

export const hold = {
  'hold.how': 'اضغط باستمرار.',
  'hold.seconds': '{seconds} ثانية',
  'hold.howLong': 'استمر في الضغط {length}.',
  'hold.holding': 'استمر في الضغط…',
  'hold.tooSoon': 'لم يُرسَل. رفعت إصبعك مبكرًا. {howLong}',
  'hold.twoTaps': 'المس مرتين.',
  'hold.tapAgain': 'المس مرة أخرى لطلب المساعدة.',
  'hold.notTwice': 'لم يُرسَل. لم تلمس مرة ثانية. المس مرتين.',
  'hold.unlessCancelled': 'ستُطلب المساعدة. المس «إلغاء» للإيقاف.',
  'hold.sending': 'جارٍ الإرسال…',
  'hold.cancelling': 'جارٍ الإلغاء…',
  'hold.nothingSent': 'أُلغي. لم يُرسَل شيء.',
  'hold.nothingMore': 'لم يُرسَل شيء آخر.',
  'hold.cancelUnheard':
    'لم نتمكن من الوصول إلى الخادم. قد تكون المساعدة قادمة. افتح هذه الصفحة من جديد. عندها يمكنك لمس “أنا بأمان”.',
  'hold.noAnswer': 'لا جواب بعد. لا تنتظر. اتصل الآن.',
  'hold.stillNeeded': 'ضغطت قبل مدة. لا نعرف هل طُلبت المساعدة. هل تحتاج إلى المساعدة الآن؟',
} satisfies TextsOf<'hold'>;
