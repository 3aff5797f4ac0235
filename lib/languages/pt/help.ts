import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'help.lead': 'Em perigo agora? Telefone. Não precisa do Vigil para isso.',
  'help.how': 'Como chamar ajuda',
  'help.hold': 'Carregue no botão vermelho e mantenha. Se não conseguir manter, toque em “{button}”.',
  'help.countdown':
    'Começa uma contagem. Não faça nada e a ajuda é chamada. Toque em Cancelar se foi um engano.',
  'help.seen': 'Vê quando o seu alarme é enviado, e o que acontece a seguir.',
  'help.broken': 'Se não funcionar',
  'help.offline': 'Sem Internet: o botão guarda o seu alarme e envia-o quando puder. Não espere. Telefone.',
  'help.noPlace':
    'Sem localização: autorize a localização para este site nas definições do navegador. Guarde a sua morada no seu perfil.',
  'help.noCode': 'Sem SMS com um código: espere um minuto e toque em “{button}”.',
  'help.safe': 'Se está em segurança',
  'help.sayYes':
    'Abra o seu alarme e toque em “I am safe” (estou em segurança). Escreva os últimos quatro algarismos do seu número.',
  'help.mayCome': 'A ajuda ainda pode vir, para ter a certeza.',
  'help.words': 'O que diz a página',
  'help.sent': 'Alarme enviado: a sala de controlo tem o seu alarme.',
  'help.room': 'A sala de controlo está a ajudar: alguém está a tratar dele.',
  'help.way':
    'A ajuda vem a caminho, A ajuda chegou, A ajuda foi-se embora: o que a AURA comunica sobre a ajuda.',
  'help.ended': 'Isto terminou: a AURA encerrou o alarme.',
  'help.red': 'Vermelho: algo está mal. Telefone.',
};
