import type { TextsOf } from '../en/messages.ts';

export const refusals = {
  'refusal.input.invalid': 'Ka kopo lokisa dikarabo tse tshwailweng',
  'refusal.input.invalid.detail': 'Ha ho letho le bolokilweng. Di lokise mme o romele hape.',
  'refusal.session.required': 'Ka kopo kena',
  'refusal.session.required.detail': 'O tswile. Kena mme o leke hape.',
  'refusal.permission.denied': 'Ha ho a dumellwa',
  'refusal.permission.denied.detail': 'Akhaonte ya hao ha e kgone ho etsa sena. Ha ho letho le fetotsweng.',
  'refusal.request.cross_site': 'E rometswe ho tswa saeteng e nngwe',
  'refusal.request.cross_site.detail':
    'Kopo e tswile saeteng e nngwe, kahoo e hanilwe. Ha ho letho le fetotsweng.',
  'refusal.request.too_large': 'E kgolo haholo',
  'refusal.request.too_large.detail': 'Kopo e kgolo haholo. Ha ho letho le fetotsweng.',
  'refusal.request.unsupported_type': 'Mofuta wa dikahare ha o tsejwe',
  'refusal.request.unsupported_type.detail':
    'Romela application/json kapa foromo. Ha ho letho le fetotsweng.',
  'refusal.server.error': 'Ho na le se sa tsamayang hantle',
  'refusal.server.error.detail':
    'Ena ke phoso ya rona. Leka hape. Haeba o hloka thuso hona jwale, letsetsa 112 kapa nomoro ya hao ya tshohanyetso.',
  'refusal.server.unavailable': 'Vigil ha e so loke',
  'refusal.server.unavailable.detail':
    'Vigil e a qala kapa e na le bothata. Leka hape haufinyane. Haeba o hloka thuso hona jwale, letsa mohala.',
  'refusal.press.not_found': 'Ha re tsebe alamo ena',
  'refusal.press.not_found.detail':
    'Ha se ya hao, kapa ha e yo. Haeba o hloka thuso hona jwale, tobetsa konopo kapa o letse mohala.',
  'refusal.press.token_revoked': 'Konopo ena e timilwe',
  'refusal.press.token_revoked.detail':
    'O tswile mona, kapa o e timile sesebedisweng se seng. Ha ho motho ya tla tla. Kena hape, kapa o letse mohala hona jwale.',
  'refusal.press.not_recorded': 'Alamo ya hao ha e a romelwa',
  'refusal.press.not_recorded.detail':
    'Ha ho motho ya tla tla. Letsetsa 112 kapa nomoro ya hao ya tshohanyetso hona jwale.',
  'refusal.press.settled': 'Nako ya ho hlakola e fetile',
  'refusal.press.settled.detail': 'Alamo ya hao e se e rometswe. E bule mme o tlanye “Ke bolokehile”.',
  'refusal.press.rejected': 'AURA ha e a amohela alamo ena',
  'refusal.press.rejected.detail':
    'Ha ho motho ya tla tla. Letsetsa 112 kapa nomoro ya hao ya tshohanyetso hona jwale.',
} satisfies TextsOf<'refusals'>;
