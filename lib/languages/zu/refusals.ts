import type { TextsOf } from '../en/messages.ts';

export const refusals = {
  'refusal.input.invalid': 'Sicela ulungise izimpendulo eziphawuliwe',
  'refusal.input.invalid.detail': 'Akukho okugciniwe. Zilungise bese uthumela futhi.',
  'refusal.session.required': 'Sicela ungene',
  'refusal.session.required.detail': 'Uphumile. Ngena bese uzama futhi.',
  'refusal.permission.denied': 'Akuvunyelwe',
  'refusal.permission.denied.detail': 'I-akhawunti yakho ayikwazi ukwenza lokhu. Akukho okushintshiwe.',
  'refusal.request.cross_site': 'Kuthunyelwe kwelinye isayithi',
  'refusal.request.cross_site.detail':
    'Isicelo sivele kwelinye isayithi, ngakho senqatshiwe. Akukho okushintshiwe.',
  'refusal.request.too_large': 'Kukhulu kakhulu',
  'refusal.request.too_large.detail': 'Isicelo sikhulu kakhulu. Akukho okushintshiwe.',
  'refusal.request.unsupported_type': 'Uhlobo lokuqukethwe alwaziwa',
  'refusal.request.unsupported_type.detail': 'Thumela i-application/json noma ifomu. Akukho okushintshiwe.',
  'refusal.server.error': 'Kukhona okungahambanga kahle',
  'refusal.server.error.detail':
    'Leli yiphutha lethu. Zama futhi. Uma udinga usizo manje, shayela u-112 noma inombolo yakho yezimo eziphuthumayo.',
  'refusal.server.unavailable': 'I-Vigil ayikalungi',
  'refusal.server.unavailable.detail':
    'I-Vigil iyaqala noma inenkinga. Zama futhi maduze. Uma udinga usizo manje, shaya ucingo.',
  'refusal.press.not_found': 'Asiyazi le alamu',
  'refusal.press.not_found.detail':
    'Akuyona eyakho, noma ayikho. Uma udinga usizo manje, cindezela inkinobho noma ushaye ucingo.',
  'refusal.press.token_revoked': 'Le nkinobho ivaliwe',
  'refusal.press.token_revoked.detail':
    'Uphumile lapha, noma uyivale kwenye idivayisi. Akekho ozofika. Ngena futhi, noma shaya ucingo manje.',
  'refusal.press.not_recorded': 'I-alamu yakho ayithunyelwanga',
  'refusal.press.not_recorded.detail':
    'Akekho ozofika. Shayela u-112 noma inombolo yakho yezimo eziphuthumayo manje.',
  'refusal.press.settled': 'Sekwephuzile ukukhansela',
  'refusal.press.settled.detail': 'I-alamu yakho isithunyelwe. Yivule uthephe u-“Ngiphephile”.',
  'refusal.press.rejected': 'I-AURA ayiyamukelanga le alamu',
  'refusal.press.rejected.detail':
    'Akekho ozofika. Shayela u-112 noma inombolo yakho yezimo eziphuthumayo manje.',
} satisfies TextsOf<'refusals'>;
