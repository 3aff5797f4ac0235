import type { TextsOf } from '../en/messages.ts';

export const refusals = {
  'refusal.input.invalid': 'Corrija as respostas marcadas',
  'refusal.input.invalid.detail': 'Nada foi guardado. Corrija e envie de novo.',
  'refusal.session.required': 'Inicie sessão',
  'refusal.session.required.detail': 'A sua sessão terminou. Inicie sessão e tente de novo.',
  'refusal.permission.denied': 'Não permitido',
  'refusal.permission.denied.detail': 'A sua conta não pode fazer isto. Nada foi alterado.',
  'refusal.request.cross_site': 'Enviado de outro site',
  'refusal.request.cross_site.detail':
    'O pedido veio de outro site, por isso foi recusado. Nada foi alterado.',
  'refusal.request.too_large': 'Grande demais',
  'refusal.request.too_large.detail': 'O pedido é grande demais. Nada foi alterado.',
  'refusal.request.unsupported_type': 'Tipo de conteúdo desconhecido',
  'refusal.request.unsupported_type.detail': 'Envie application/json ou um formulário. Nada foi alterado.',
  'refusal.server.error': 'Algo correu mal',
  'refusal.server.error.detail':
    'A culpa é nossa. Tente de novo. Se precisa de ajuda agora, ligue 112 ou o seu número de emergência.',
  'refusal.server.unavailable': 'O Vigil não está pronto',
  'refusal.server.unavailable.detail':
    'O Vigil está a arrancar ou tem um problema. Tente de novo em breve. Se precisa de ajuda agora, telefone.',
  'refusal.press.not_found': 'Não conhecemos este alarme',
  'refusal.press.not_found.detail':
    'Não é seu, ou não existe. Se precisa de ajuda agora, carregue no botão ou telefone.',
  'refusal.press.token_revoked': 'Este botão foi desligado',
  'refusal.press.token_revoked.detail':
    'Terminou a sessão aqui, ou desligou-o noutro aparelho. Ninguém virá. Inicie sessão de novo, ou telefone agora.',
  'refusal.press.not_recorded': 'O seu alarme não foi enviado',
  'refusal.press.not_recorded.detail': 'Ninguém virá. Ligue agora 112 ou o seu número de emergência.',
  'refusal.press.settled': 'Tarde demais para cancelar',
  'refusal.press.settled.detail': 'O seu alarme já foi enviado. Abra-o e toque em “Estou em segurança”.',
  'refusal.press.rejected': 'A AURA não aceitou este alarme',
  'refusal.press.rejected.detail': 'Ninguém virá. Ligue agora 112 ou o seu número de emergência.',
} satisfies TextsOf<'refusals'>;
