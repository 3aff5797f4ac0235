import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'friend.title': 'مساعدة لصديقك',
  'friend.lead': 'الشخص الذي أرسل إليك هذا الرابط طلب المساعدة. ترى ما يحدث وأين هو.',
  'friend.now': 'ما يحدث الآن',
  'friend.safe': 'يقول الشخص إنه بأمان. قد تأتي المساعدة مع ذلك.',
  'friend.notShown': 'لا تعرض هذه الصفحة ما يحدث الآن.',
  'friend.cancelled': 'أُلغي الإنذار.',
  'friend.sent': 'أُرسل الإنذار',
  'friend.update': 'آخر خبر',
  'friend.place': 'آخر موقع',
  'friend.ends': 'ينتهي هذا الرابط عندما ينتهي الإنذار، أو يوقفه الشخص، أو بعد يوم واحد.',
  'friend.noPlace': 'لا نعرفه.',
  'friend.coordinates': 'الإحداثيات',
  'friend.accuracy': 'الدقة',
  'friend.from': 'قياس الموقع',
  'friend.unknown': 'غير معروف',
  'refusal.share_link.ended': 'انتهى هذا الرابط',
  'refusal.share_link.ended.detail':
    'انتهى، أو أُوقف، أو هو غير كامل. اتصل بالشخص الذي أرسله. إن ظننت أنه في خطر، فاطلب المساعدة بنفسك.',
  'refusal.share_link.too_many': 'كثير في وقت واحد',
  'refusal.share_link.too_many.detail':
    'يمكنك إنشاء عشرة روابط لإنذار واحد. يُفتح الرابط الواحد مرتين في الثانية. انتظر لحظة.',
};
