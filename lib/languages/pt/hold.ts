import type { TextsOf } from '../en/messages.ts';

export const hold = {
  'hold.how': 'Carregue e mantenha.',
  'hold.seconds': '{seconds} segundos',
  'hold.howLong': 'Mantenha {length}.',
  'hold.holding': 'Continue a carregar…',
  'hold.tooSoon': 'Não enviado. Largou cedo demais. {howLong}',
  'hold.twoTaps': 'Toque duas vezes.',
  'hold.tapAgain': 'Toque outra vez para chamar ajuda.',
  'hold.notTwice': 'Não enviado. Não tocou outra vez. Toque duas vezes.',
  'hold.unlessCancelled': 'A ajuda vai ser chamada. Toque em Cancelar para parar.',
  'hold.sending': 'A enviar…',
  'hold.cancelling': 'A cancelar…',
  'hold.nothingSent': 'Cancelado. Nada foi enviado.',
  'hold.nothingMore': 'Nada mais foi enviado.',
  'hold.cancelUnheard':
    'Não conseguimos contactar o servidor. A ajuda pode vir a caminho. Abra esta página de novo. Depois pode tocar em “Estou em segurança”.',
  'hold.noAnswer': 'Ainda sem resposta. Não espere. Telefone agora.',
  'hold.stillNeeded': 'Carregou há algum tempo. Não sabemos se a ajuda foi chamada. Precisa de ajuda agora?',
} satisfies TextsOf<'hold'>;
