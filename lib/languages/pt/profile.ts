import type { TextsOf } from '../en/messages.ts';

export const profile: TextsOf<'profile'> = {
  'profile.you': 'Você',
  'profile.name': 'Nome',
  'profile.nameAtAura': 'Nome na AURA',
  'profile.latin': '{name}. A AURA não aceitou o seu nome como o escreve.',
  'profile.mobile.why': 'Quem vem ajudar liga para este número, e é com ele que inicia sessão.',
  'profile.address': 'Morada guardada',
  'profile.address.why': 'Se não encontrarmos a sua localização, a ajuda vai aqui.',
  'profile.facts': 'Para quem vem ajudar',
  'profile.facts.why':
    'Isto pode poupar tempo quando não pode falar. Enviamo-lo à AURA. Pode deixar tudo vazio.',
  'profile.button': 'O seu botão',
  'profile.button.why':
    'Como carrega nele, e o que o seu telefone faz depois. É igual em todos os seus aparelhos.',
  'profile.contact': 'Contactos de confiança',
  'profile.contact.why':
    'Até cinco pessoas. Quando chama ajuda, uma mensagem para a primeira está pronta: é você que a envia. Só lhes enviamos um SMS se o escolher aqui.',
  'profile.push': 'Mensagens neste aparelho',
  'profile.push.why':
    'Este aparelho pode dizer-lhe quando a ajuda avança, e quando tem uma mensagem nova, mesmo com esta página fechada. Vê o mesmo na página. Uma mensagem pode chegar tarde, ou nem chegar.',
  'profile.push.shown':
    'Um ecrã bloqueado mostra só estas palavras, sem o seu nome e sem lugar. Se alguém não as pode ver, deixe isto desligado.',
  'profile.push.silent':
    'Depois de um alarme silencioso nada é mostrado durante duas horas. Se o seu botão está em silencioso, nunca é mostrado nada.',
  'profile.devices': 'Os seus aparelhos',
  'profile.devices.why':
    'Estes telefones e computadores podem chamar ajuda em seu nome. Desative o que não conhece.',
  'profile.devices.missing':
    'Um aparelho que não usou durante muito tempo pode faltar aqui. Isto desativa-o também:',
  'profile.data': 'Os seus dados',
  'profile.here': 'Este aparelho',
  'subscription.change': 'Mudar de subscrição',
  'subscription.cannot': 'Não é possível aqui. Precisa da sua própria sessão na AURA.',
  'subscription.none': 'Não tem nenhuma na AURA. Ninguém viria.',
  'subscription.unknown': 'Não se sabe: a AURA não responde',
  'subscription.until': 'Válida até',
  'subscription.cancelled': 'Cancelada em',
  'subscription.single': 'Individual: protege-o a si.',
  'subscription.family': 'Família: protege-o a si e aos membros da família que estão nela.',
  'device.name': '{browser} em {system}',
  'device.browser': 'Navegador desconhecido',
  'device.apple': 'iPhone ou iPad',
  'device.signedIn': 'Entrou em {day}.',
  'device.lastUsed': 'Usado pela última vez em {day}.',
  'device.switchOffOne': 'Desativar: {name}, entrou em {day}',
};
