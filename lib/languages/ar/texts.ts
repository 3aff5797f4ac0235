import type { TextsOf } from '../en/messages.ts';

export const texts: TextsOf<'texts'> = {
  'text.device': 'Vigil: دخل هاتف أو حاسوب باسمك. إن لم تكن أنت، فافتح Vigil واضغط على ملفي وأوقفه.',
  'text.contact': 'Vigil: تغيّر الشخص الذي تثق به. إن لم تكن أنت، فافتح Vigil واضغط على ملفي.',
  'text.address': 'Vigil: تغيّر عنوانك المحفوظ. إن لم تكن أنت، فافتح Vigil واضغط على ملفي.',
  'text.export': 'Vigil: نُزّلت بياناتك. إن لم تكن أنت، فافتح Vigil واضغط على ملفي وانظر إلى أجهزتك.',
  'text.erase': 'Vigil: حُذف حسابك. لم يعد الزر يطلب المساعدة. إن لم تكن أنت، فسجّل من جديد.',
  'text.latin': 'Vigil: لم تأخذ AURA اسمك كما تكتبه. اسمك لدى AURA بالحروف من A إلى Z.',
  'text.mobile': 'Vigil: تغيّر رقم هاتفك إلى رقم آخر. إن لم تكن أنت، فاطلب المساعدة ممن أعطاك Vigil.',
  'code.sign_in': 'رمزك في Vigil هو {code}.',
  'code.export': 'رمزك في Vigil لتنزيل بياناتك هو {code}.',
  'code.erase': 'رمزك في Vigil لحذف حسابك نهائيًا هو {code}.',
  'code.mobile_old': 'رمزك في Vigil لتغيير رقم هاتفك هو {code}.',
  'code.mobile_new': 'رمزك في Vigil لاستعمال هذا الرقم هو {code}.',
  'code.rest': 'يعمل الرمز 10 دقائق. نحن لا نطلبه أبدًا.',
  'told.alarm':
    'Vigil: {name} يطلب المساعدة. لدى غرفة التحكم الإنذار. لا تتصل ولا تكتب الآن: أي صوت خطر. تابع:',
  'push.owned': 'تم الاطلاع على طلبك',
  'push.dispatched': 'المساعدة في الطريق',
  'push.arrived': 'وصلت المساعدة',
  'push.stopped': 'قد لا تأتي المساعدة. انظر الآن من فضلك.',
  'push.ended': 'انتهى طلبك',
  'push.message': 'لديك رسالة جديدة',
};
