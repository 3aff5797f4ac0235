import type { TextsOf } from '../en/messages.ts';

export const texts: TextsOf<'texts'> = {
  'text.device':
    'Vigil: um telemóvel ou computador entrou em seu nome. Se não foi você, abra o Vigil, toque em Perfil e desative-o.',
  'text.contact':
    'Vigil: o seu contacto de confiança foi alterado. Se não foi você, abra o Vigil e toque em Perfil.',
  'text.address':
    'Vigil: a sua morada guardada foi alterada. Se não foi você, abra o Vigil e toque em Perfil.',
  'text.export':
    'Vigil: os seus dados foram descarregados. Se não foi você, abra o Vigil, toque em Perfil e veja os seus dispositivos.',
  'text.erase':
    'Vigil: a sua conta foi apagada. O botão já não pede ajuda. Se não foi você, registe-se de novo.',
  'text.latin': 'Vigil: a AURA não aceitou o seu nome como o escreve. A AURA tem-no em letras de A a Z.',
  'text.mobile':
    'Vigil: o seu número de telemóvel foi mudado para outro. Se não foi você, peça ajuda a quem lhe deu o Vigil.',
  'code.sign_in': 'O seu código do Vigil é {code}.',
  'code.export': 'O seu código do Vigil para descarregar os seus dados é {code}.',
  'code.erase': 'O seu código do Vigil para APAGAR a sua conta é {code}.',
  'code.mobile_old': 'O seu código do Vigil para MUDAR o seu número de telemóvel é {code}.',
  'code.mobile_new': 'O seu código do Vigil para usar este número de telemóvel é {code}.',
  'code.rest': 'Funciona durante 10 minutos. Nunca o pedimos.',
  'told.alarm':
    'Vigil: {name} pediu ajuda. A sala de controlo tem o alarme. Por agora, nem telefonemas nem mensagens: um som pode ser perigoso. Veja o que acontece:',
  'push.owned': 'O seu pedido foi visto',
  'push.dispatched': 'A ajuda vem a caminho',
  'push.arrived': 'A ajuda chegou',
  'push.stopped': 'A ajuda pode não vir. Veja agora, por favor.',
  'push.ended': 'O seu pedido terminou',
  'push.message': 'Tem uma mensagem nova',
};
