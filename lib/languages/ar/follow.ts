import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'follow.title': 'مساعدة لصديقك',
  'follow.lead': 'الشخص الذي أرسل إليك هذا الرابط طلب المساعدة. ترى ما يحدث وأين هو.',
  'follow.now': 'ما يحدث الآن',
  'follow.safe': 'يقول الشخص إنه بأمان. قد تأتي المساعدة مع ذلك.',
  'follow.notShown': 'لا تعرض هذه الصفحة ما يحدث الآن.',
  'follow.cancelled': 'أُلغي الإنذار.',
  'follow.sent': 'أُرسل الإنذار',
  'follow.update': 'آخر خبر',
  'follow.place': 'آخر موقع',
  'follow.ends': 'ينتهي هذا الرابط عندما ينتهي الإنذار، أو يوقفه الشخص، أو بعد يوم واحد.',
  'follow.noPlace': 'لا نعرفه.',
  'follow.coordinates': 'الإحداثيات',
  'follow.accuracy': 'الدقة',
  'follow.from': 'قياس الموقع',
  'follow.unknown': 'غير معروف',
  'refusal.share_link.ended': 'انتهى هذا الرابط',
  'refusal.share_link.ended.detail':
    'انتهى، أو أُوقف، أو هو غير كامل. اتصل بالشخص الذي أرسله. إن ظننت أنه في خطر، فاطلب المساعدة بنفسك.',
  'refusal.share_link.too_many': 'كثير في وقت واحد',
  'refusal.share_link.too_many.detail':
    'يمكنك إنشاء عشرة روابط لإنذار واحد. يُفتح الرابط الواحد مرتين في الثانية. انتظر لحظة.',
};
