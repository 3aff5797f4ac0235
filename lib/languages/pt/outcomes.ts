import type { TextsOf } from '../en/messages.ts';

export const outcomes: TextsOf<'outcomes'> = {
  'missing.title': 'Não encontrado',
  'missing.page': 'Não há nenhuma página aqui',
  'missing.pageText': 'O endereço pode estar errado, ou não pode ver esta página.',
  'missing.wrong': 'O endereço pode estar errado.',
  'missing.start': 'Ir para o início',
  'missing.nothing': 'Não há nada aqui',
  'missing.nothingText': 'O endereço pode estar errado, ou a página não é sua.',
  'missing.ifYours': 'Se é sua, {signIn} e abra-a de novo.',
  'missing.signIn': 'inicie sessão',
  'deleted.title': 'Conta apagada',
  'deleted.done': 'A conta está apagada',
  'deleted.going': 'A conta está a ser apagada',
  'deleted.lead': 'O botão desta conta já não chama ajuda. Para usar o Vigil de novo, registe-se de novo.',
  'deleted.here':
    'O Vigil apagou o nome, o número, as moradas, as localizações e as mensagens. Os alarmes antigos ficam como números, sem nome nem lugar.',
  'deleted.notYetHere':
    'O Vigil ainda está a apagar. Se um alarme não terminou, o Vigil espera até terminar. Não precisa de fazer nada.',
  'deleted.atAura':
    'A AURA marcou o cliente como apagado. Não sabemos o que a AURA guarda. Pergunte isso à AURA.',
  'deleted.notYetAtAura':
    'A AURA ainda não o confirmou. O Vigil pergunta de novo sozinho. Guarde o endereço desta página para ver mais tarde.',
  'refusal.erasure.not_found': 'Essa página não existe',
  'refusal.erasure.not_found.detail': 'O Vigil não conhece nenhuma conta apagada com este endereço.',
  'signup.title': 'A sua adesão',
  'signup.registered': 'Está registado',
  'signup.registeredLead': 'Mais um passo: inicie sessão. Depois tem o botão.',
  'signup.account': 'A AURA tem a sua conta.',
  'signup.uncovered': 'Ainda não está protegido',
  'signup.uncoveredText':
    'A AURA não tem uma subscrição ativa sua, por isso a ajuda não viria. Peça a quem lhe enviou a ligação que comece uma.',
  'signup.signIn': 'Inicie sessão com {mobile}. Enviamos-lhe um código por SMS.',
  'signup.held': 'Ainda não pode iniciar sessão',
  'signup.heldHere': 'A AURA tem a sua conta, mas não a conseguimos abrir aqui',
  'signup.held.mobile_taken':
    'Este número de telemóvel já tem uma conta aqui. Se é seu, inicie sessão. Se não, pergunte a quem lhe enviou a ligação.',
  'signup.held.unreadable':
    'A AURA não tem um número de telemóvel seu que possa receber uma SMS. Pergunte a quem lhe enviou a ligação.',
  'signup.held.deleted': 'Esta conta foi apagada. Peça uma nova a quem a enviou.',
  'signup.held.other_reference':
    'A resposta da AURA não corresponde a este endereço. Pergunte a quem lhe enviou a ligação.',
  'signup.nobody': 'A AURA não tem uma conta sua por esta ligação.',
  'signup.nobodyYet': 'A AURA ainda não tem uma conta sua por esta ligação.',
  'signup.saidFailed': 'A página da AURA diz que falhou.',
  'signup.saidPayment': 'A página da AURA diz que falhou: o pagamento não passou.',
  'signup.saidCode': 'A página da AURA diz que falhou ({code}).',
  'signup.saidCancelled': 'A página da AURA diz que a parou. Não foi registado.',
  'signup.openAgain': 'Abra a ligação que lhe foi enviada para tentar de novo, ou peça uma nova.',
  'signup.wait': 'Se terminou na página da AURA, pode demorar um momento. Esta página verifica de novo.',
  'signup.title.completed': 'Ainda não confirmado',
  'signup.title.failed': 'A adesão não foi concluída',
  'signup.title.cancelled': 'A adesão foi cancelada',
  'signup.check': 'Verificar de novo',
  'refusal.signup.not_found': 'Não conhecemos esta adesão',
  'refusal.signup.not_found.detail':
    'Verifique se o endereço está completo, ou peça uma nova a quem lhe enviou a ligação.',
  'refusal.signup.not_at_aura': 'A AURA já não conhece esta adesão',
  'refusal.signup.not_at_aura.detail':
    'Ninguém foi registado por ela. Peça uma nova a quem lhe enviou a ligação.',
  'refusal.signup.too_many': 'Já perguntámos vezes bastantes à AURA',
  'refusal.signup.too_many.detail':
    'Espere dez minutos, depois verifique de novo. Nada se perdeu: o que fez na página da AURA conta.',
  'refusal.aura.not_asked': 'A AURA não responde',
  'refusal.aura.not_asked.detail':
    'Não conseguimos perguntar à AURA. Nada foi mudado; tente de novo daqui a pouco.',
};
