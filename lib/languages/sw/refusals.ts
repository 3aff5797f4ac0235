import type { TextsOf } from '../en/messages.ts';

export const refusals = {
  'refusal.input.invalid': 'Tafadhali rekebisha majibu yaliyowekwa alama',
  'refusal.input.invalid.detail': 'Hakuna kilichohifadhiwa. Yarekebishe na utume tena.',
  'refusal.session.required': 'Tafadhali ingia',
  'refusal.session.required.detail': 'Umetoka. Ingia na ujaribu tena.',
  'refusal.permission.denied': 'Hairuhusiwi',
  'refusal.permission.denied.detail': 'Akaunti yako haiwezi kufanya hivi. Hakuna kilichobadilishwa.',
  'refusal.request.cross_site': 'Imetumwa kutoka tovuti nyingine',
  'refusal.request.cross_site.detail':
    'Ombi lilitoka tovuti nyingine, hivyo limekataliwa. Hakuna kilichobadilishwa.',
  'refusal.request.too_large': 'Kubwa mno',
  'refusal.request.too_large.detail': 'Ombi ni kubwa mno. Hakuna kilichobadilishwa.',
  'refusal.request.unsupported_type': 'Aina ya maudhui haijulikani',
  'refusal.request.unsupported_type.detail': 'Tuma application/json au fomu. Hakuna kilichobadilishwa.',
  'refusal.server.error': 'Kuna hitilafu',
  'refusal.server.error.detail':
    'Hili ni kosa letu. Jaribu tena. Ukihitaji msaada sasa, piga 112 au nambari yako ya dharura.',
  'refusal.server.unavailable': 'Vigil haiko tayari',
  'refusal.server.unavailable.detail':
    'Vigil inaanza au ina tatizo. Jaribu tena hivi karibuni. Ukihitaji msaada sasa, piga simu.',
  'refusal.press.not_found': 'Hatuijui tahadhari hii',
  'refusal.press.not_found.detail': 'Si yako, au haipo. Ukihitaji msaada sasa, bonyeza kitufe au piga simu.',
  'refusal.press.token_revoked': 'Kitufe hiki kimezimwa',
  'refusal.press.token_revoked.detail':
    'Umetoka hapa, au umekizima kwenye kifaa kingine. Hakuna atakayekuja. Ingia tena, au piga simu sasa.',
  'refusal.press.not_recorded': 'Tahadhari yako haikutumwa',
  'refusal.press.not_recorded.detail': 'Hakuna atakayekuja. Piga 112 au nambari yako ya dharura sasa.',
  'refusal.press.settled': 'Umechelewa kughairi',
  'refusal.press.settled.detail': 'Tahadhari yako imeshatumwa. Ifungue na uguse “Niko salama”.',
  'refusal.press.rejected': 'AURA haikukubali tahadhari hii',
  'refusal.press.rejected.detail': 'Hakuna atakayekuja. Piga 112 au nambari yako ya dharura sasa.',
} satisfies TextsOf<'refusals'>;
