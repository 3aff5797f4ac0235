import type { TextsOf } from '../en/messages.ts';

export const entry = {
  'entry.signIn': 'Iniciar sessão',
  'entry.register': 'Registar-se',
  'entry.foot':
    'O Vigil envia o seu alarme à AURA. A AURA envia equipas de segurança e médicas. Se o Vigil não funcionar, ligue 112.',
  'entry.broken': 'Nada do que escreveu foi enviado. Se precisa de ajuda agora, ligue:',
  'start.title': 'Chame ajuda de qualquer navegador.',
  'start.lead':
    'Um botão para a ajuda de segurança e médica da AURA. Nada para instalar. Funciona no seu telefone e em qualquer computador.',
  'start.steps': 'O que acontece quando carrega',
  'start.hold': 'Mantenha o botão',
  'start.holdText':
    'Carregue e mantenha, com um dedo, um rato ou o teclado. O Vigil encontra a sua localização.',
  'start.cancel': 'Três segundos para cancelar',
  'start.cancelText': 'Foi um engano? Toque em Cancelar. Ou toque em Enviar agora.',
  'start.watch': 'Veja a ajuda chegar',
  'start.watchText':
    'A AURA recebe o seu alarme e envia equipas de segurança ou médicas. Vê cada passo, e quando foi.',
  'start.promise':
    'O Vigil diz que o seu alarme foi enviado só quando a AURA o confirmou. Até lá, vê os números para ligar.',
  'signIn.lead': 'Com o seu número de telemóvel, em qualquer telefone ou computador.',
  'signIn.notYet': 'Ainda não se registou?',
  'signIn.mobile': 'Número de telemóvel',
  'signIn.hint': 'O número com que se registou. Enviamos-lhe um código por SMS.',
  'signIn.send': 'Enviar código',
  'signIn.another': 'Usar outro número',
  'signIn.sent': 'Enviámos uma SMS com seis algarismos para {mobile}.',
  'signIn.code': 'Código',
  'signIn.codeHint': 'O código funciona durante dez minutos.',
  'signIn.confirm': 'Confirmar',
  'signIn.surname': 'Apelido',
  'signIn.newCode': 'Enviar um novo código',
  'field.mobileMissing': 'Escreva o seu número de telemóvel',
  'field.mobileLong': 'Isto é longo demais para um número de telemóvel',
  'field.mobileWrong': 'Isto não é um número de telemóvel. Escreva-o como 082 123 4567 ou +27 82 123 4567',
  'field.mobileCountry': 'Não enviamos códigos para números deste país',
  'field.codeMissing': 'Escreva o código da mensagem',
  'field.codeWrong': 'O código tem 6 algarismos',
  'field.surnameMissing': 'Escreva o seu apelido',
  'field.surnameLong': 'O seu apelido pode ter no máximo 80 caracteres',
  'field.surnameLetters': 'Use só letras no seu apelido, porque as equipas o vão ler',
  'refusal.code.wrong': 'Esse código não está certo',
  'refusal.code.wrong.detail': 'Veja a SMS e escreva de novo os seis algarismos.',
  'refusal.code.expired': 'Esse código já não é válido',
  'refusal.code.expired.detail': 'Um código funciona durante dez minutos e cinco tentativas. Peça um novo.',
  'refusal.code.too_soon': 'Espere antes do próximo código',
  'refusal.code.too_soon.detail':
    'Enviámos códigos para este número. Use o último, ou tente de novo daqui a alguns minutos.',
  'refusal.code.limit_number': 'Códigos a mais para este número',
  'refusal.code.limit_number.detail': 'Pode receber cinco códigos numa hora. Use o último, ou espere.',
  'refusal.code.limit_day': 'Códigos a mais para este número hoje',
  'refusal.code.limit_day.detail': 'Pode receber dez códigos num dia. Use o último, ou tente de novo amanhã.',
  'refusal.code.limit_address': 'Códigos a mais desta ligação',
  'refusal.code.limit_address.detail':
    'Enviamos vinte códigos numa hora para uma ligação à internet. Espere, depois tente de novo.',
  'refusal.code.not_sent': 'Não conseguimos enviar o código',
  'refusal.code.not_sent.detail':
    'O serviço de SMS não o aceitou. Nada foi guardado. Tente de novo em breve.',
  'refusal.sign_in.no_account': 'Ainda não há conta para este número',
  'refusal.sign_in.no_account.detail':
    'O código estava certo, mas este número não está registado. Registe-se para estar protegido.',
  'refusal.sign_in.surname_needed': 'Escreva também o seu apelido',
  'refusal.sign_in.surname_needed.detail':
    'Há muito tempo que ninguém entra com este número. Pedimos o apelido com que se registou.',
  'refusal.sign_in.surname_wrong': 'Esse apelido não está certo',
  'refusal.sign_in.surname_wrong.detail':
    'Escreva-o como no registo. Se registou um só nome, escreva esse nome.',
  'refusal.sign_in.surname_limit': 'Demasiados apelidos errados',
  'refusal.sign_in.surname_limit.detail':
    'Pode tentar de novo amanhã. Os telefones e computadores com sessão aberta continuam a funcionar.',
} satisfies TextsOf<'entry'>;
