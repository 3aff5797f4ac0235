import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'guide.lead': 'Em perigo agora? Telefone. Não precisa do Vigil para isso.',
  'guide.how': 'Como chamar ajuda',
  'guide.hold': 'Carregue no botão vermelho e mantenha. Se não conseguir manter, toque em “{button}”.',
  'guide.countdown':
    'Começa uma contagem. Não faça nada e a ajuda é chamada. Toque em Cancelar se foi um engano.',
  'guide.seen': 'Vê quando o seu alarme é enviado, e o que acontece a seguir.',
  'guide.broken': 'Se não funcionar',
  'guide.offline': 'Sem Internet: o botão guarda o seu alarme e envia-o quando puder. Não espere. Telefone.',
  'guide.noPlace':
    'Sem localização: autorize a localização para este site nas definições do navegador. Guarde a sua morada no seu perfil.',
  'guide.noCode': 'Sem SMS com um código: espere um minuto e toque em “{button}”.',
  'guide.safe': 'Se está em segurança',
  'guide.sayYes':
    'Abra o seu alarme e toque em “Estou em segurança”. Escreva os últimos quatro algarismos do seu número.',
  'guide.mayCome': 'A ajuda ainda pode vir, para ter a certeza.',
  'guide.words': 'O que diz a página',
  'guide.sent': 'Alarme enviado: a sala de controlo tem o seu alarme.',
  'guide.room': 'A sala de controlo está a ajudar: alguém está a tratar dele.',
  'guide.way':
    'A ajuda vem a caminho, A ajuda chegou, A ajuda foi-se embora: o que a AURA comunica sobre a ajuda.',
  'guide.ended': 'Isto terminou: a AURA encerrou o alarme.',
  'guide.red': 'Vermelho: algo está mal. Telefone.',
  'guide.questions': 'Perguntas, e sem perigo?',
  'guide.support': 'Ligar para o apoio: {number}',
};
