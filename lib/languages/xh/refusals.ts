import type { TextsOf } from '../en/messages.ts';

export const refusals = {
  'refusal.input.invalid': 'Nceda ulungise iimpendulo eziphawulweyo',
  'refusal.input.invalid.detail': 'Akukho nto igciniweyo. Zilungise uze uthumele kwakhona.',
  'refusal.session.required': 'Nceda ungene',
  'refusal.session.required.detail': 'Uphumile. Ngena uze uzame kwakhona.',
  'refusal.permission.denied': 'Akuvumelekanga',
  'refusal.permission.denied.detail': 'I-akhawunti yakho ayinakukwenza oku. Akukho nto itshintshiweyo.',
  'refusal.request.cross_site': 'Ithunyelwe kwesinye isiza',
  'refusal.request.cross_site.detail':
    'Isicelo sivele kwesinye isiza, ngoko saliwe. Akukho nto itshintshiweyo.',
  'refusal.request.too_large': 'Sikhulu kakhulu',
  'refusal.request.too_large.detail': 'Isicelo sikhulu kakhulu. Akukho nto itshintshiweyo.',
  'refusal.request.unsupported_type': 'Uhlobo lomxholo alwaziwa',
  'refusal.request.unsupported_type.detail':
    'Thumela i-application/json okanye ifomu. Akukho nto itshintshiweyo.',
  'refusal.server.error': 'Kukho into engahambanga kakuhle',
  'refusal.server.error.detail':
    'Le yimpazamo yethu. Zama kwakhona. Ukuba ufuna uncedo ngoku, tsalela u-112 okanye inombolo yakho yongxamiseko.',
  'refusal.server.unavailable': 'IVigil ayikalungi',
  'refusal.server.unavailable.detail':
    'IVigil iyaqala okanye inengxaki. Zama kwakhona kungekudala. Ukuba ufuna uncedo ngoku, tsalela umnxeba.',
  'refusal.press.not_found': 'Asiyazi le alam',
  'refusal.press.not_found.detail':
    'Ayiyoyakho, okanye ayikho. Ukuba ufuna uncedo ngoku, cinezela iqhosha okanye utsalele umnxeba.',
  'refusal.press.token_revoked': 'Eli qhosha licinyiwe',
  'refusal.press.token_revoked.detail':
    'Uphumile apha, okanye ulicime kwesinye isixhobo. Akukho mntu uza kuza. Ngena kwakhona, okanye utsalele umnxeba ngoku.',
  'refusal.press.not_recorded': 'Ialam yakho ayithunyelwanga',
  'refusal.press.not_recorded.detail':
    'Akukho mntu uza kuza. Tsalela u-112 okanye inombolo yakho yongxamiseko ngoku.',
  'refusal.press.settled': 'Ixesha lokurhoxisa lidlulile',
  'refusal.press.settled.detail': 'Ialam yakho sele ithunyelwe. Yivule uze ucofe u-“Ndikhuselekile”.',
  'refusal.press.rejected': 'I-AURA ayiyamkelanga le alam',
  'refusal.press.rejected.detail':
    'Akukho mntu uza kuza. Tsalela u-112 okanye inombolo yakho yongxamiseko ngoku.',
} satisfies TextsOf<'refusals'>;
