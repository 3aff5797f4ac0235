import type { TextsOf } from '../en/messages.ts';

export const profile: TextsOf<'profile'> = {
  'profile.you': 'أنت',
  'profile.name': 'الاسم',
  'profile.nameAtAura': 'الاسم لدى AURA',
  'profile.latin': '{name}. لم تأخذ AURA اسمك كما تكتبه.',
  'profile.mobile.why': 'يتصل من يساعدك بهذا الرقم، وبه تسجّل الدخول.',
  'profile.address': 'العنوان المحفوظ',
  'profile.address.why': 'إذا لم نجد موقعك تذهب المساعدة إلى هنا.',
  'profile.facts': 'لمن يساعدك',
  'profile.facts.why': 'قد يوفر هذا الوقت عندما لا تستطيع الكلام. نرسله إلى AURA. يمكنك أن تتركه كله فارغًا.',
  'profile.button': 'زرك',
  'profile.button.why': 'كيف تضغطه، وماذا يفعل هاتفك بعد ذلك. هذا واحد على كل أجهزتك.',
  'profile.contact': 'أشخاص تثق بهم',
  'profile.contact.why':
    'خمسة أشخاص على الأكثر. عندما تطلب المساعدة تكون رسالة إلى الأول جاهزة: أنت ترسلها. لا نرسل إليهم رسالة إلا إذا اخترت ذلك هنا.',
  'profile.push': 'الرسائل على هذا الجهاز',
  'profile.push.why':
    'يستطيع هذا الجهاز أن يخبرك عندما تتحرك المساعدة وعندما تكون لديك رسالة جديدة، حتى وهذه الصفحة مغلقة. ترى الشيء نفسه في الصفحة. قد تصل رسالة متأخرة أو لا تصل أبدًا.',
  'profile.push.shown':
    'تُظهر الشاشة المقفلة هذه الكلمات فقط، بدون اسمك وبدون مكان. إذا كان هناك من يجب ألا يراها فاترك هذا مغلقًا.',
  'profile.push.silent':
    'بعد إنذار صامت لا يظهر شيء لمدة ساعتين. إذا كان زرك على الوضع الصامت فلا يظهر شيء أبدًا.',
  'profile.devices': 'أجهزتك',
  'profile.devices.why': 'تستطيع هذه الهواتف والحواسيب طلب المساعدة باسمك. أوقف ما لا تعرفه.',
  'profile.devices.missing': 'قد لا يظهر هنا جهاز لم تستعمله منذ وقت طويل. هذا يوقفه أيضًا:',
  'profile.data': 'بياناتك',
  'profile.here': 'هذا الجهاز',
  'subscription.change': 'تغيير الاشتراك',
  'subscription.cannot': 'غير ممكن هنا. تحتاج إلى تسجيل دخولك الخاص لدى AURA.',
  'subscription.none': 'ليس لديك اشتراك لدى AURA. لن يأتي أحد.',
  'subscription.unknown': 'غير معروف: AURA لا تجيب',
  'subscription.until': 'صالح حتى',
  'subscription.cancelled': 'أُلغي في',
  'subscription.single': 'فردي: يحميك أنت.',
  'subscription.family': 'عائلي: يحميك ويحمي أفراد العائلة المسجّلين فيه.',
  'device.name': '{browser} على {system}',
  'device.browser': 'متصفح غير معروف',
  'device.apple': 'iPhone أو iPad',
  'device.signedIn': 'سُجّل الدخول في {day}.',
  'device.lastUsed': 'استُعمل آخر مرة في {day}.',
  'device.switchOffOne': 'أوقف: {name}، سُجّل الدخول في {day}',
};
