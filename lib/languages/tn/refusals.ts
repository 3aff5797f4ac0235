import type { TextsOf } from '../en/messages.ts';

export const refusals = {
  'refusal.input.invalid': 'Tsweetswee baakanya dikarabo tse di tshwailweng',
  'refusal.input.invalid.detail': 'Ga go sepe se se bolokilweng. Di baakanye mme o romele gape.',
  'refusal.session.required': 'Tsweetswee tsena',
  'refusal.session.required.detail': 'O dule. Tsena mme o leke gape.',
  'refusal.permission.denied': 'Ga go a letlelelwa',
  'refusal.permission.denied.detail': 'Akhaonto ya gago ga e kgone go dira se. Ga go sepe se se fetotsweng.',
  'refusal.request.cross_site': 'E rometswe go tswa kwa saeteng e nngwe',
  'refusal.request.cross_site.detail':
    'Kopo e dule kwa saeteng e nngwe, ka jalo e gannwe. Ga go sepe se se fetotsweng.',
  'refusal.request.too_large': 'E kgolo thata',
  'refusal.request.too_large.detail': 'Kopo e kgolo thata. Ga go sepe se se fetotsweng.',
  'refusal.request.unsupported_type': 'Mofuta wa diteng ga o itsiwe',
  'refusal.request.unsupported_type.detail':
    'Romela application/json kgotsa foromo. Ga go sepe se se fetotsweng.',
  'refusal.server.error': 'Go na le se se sa tsamayeng sentle',
  'refusal.server.error.detail':
    'Se ke phoso ya rona. Leka gape. Fa o tlhoka thuso jaanong, leletsa 112 kgotsa nomoro ya gago ya tshoganyetso.',
  'refusal.server.unavailable': 'Vigil ga e ise e siame',
  'refusal.server.unavailable.detail':
    'Vigil e a simolola kgotsa e na le bothata. Leka gape go ise go ye kae. Fa o tlhoka thuso jaanong, letsa mogala.',
  'refusal.press.not_found': 'Ga re itse alamo e',
  'refusal.press.not_found.detail':
    'Ga se ya gago, kgotsa ga e yo. Fa o tlhoka thuso jaanong, tobetsa konopo kgotsa o letse mogala.',
  'refusal.press.token_revoked': 'Konopo e e timilwe',
  'refusal.press.token_revoked.detail':
    'O dule fano, kgotsa o e timile mo sedirisiweng se sengwe. Ga go motho yo o tla tlang. Tsena gape, kgotsa o letse mogala jaanong.',
  'refusal.press.not_recorded': 'Alamo ya gago ga e a romelwa',
  'refusal.press.not_recorded.detail':
    'Ga go motho yo o tla tlang. Leletsa 112 kgotsa nomoro ya gago ya tshoganyetso jaanong.',
  'refusal.press.settled': 'Nako ya go khansela e fetile',
  'refusal.press.settled.detail': 'Alamo ya gago e setse e rometswe. E bule mme o tobetse “Ke babalesegile”.',
  'refusal.press.rejected': 'AURA ga e a amogela alamo e',
  'refusal.press.rejected.detail':
    'Ga go motho yo o tla tlang. Leletsa 112 kgotsa nomoro ya gago ya tshoganyetso jaanong.',
} satisfies TextsOf<'refusals'>;
