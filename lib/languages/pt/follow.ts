import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'follow.title': 'Ajuda para o seu amigo',
  'follow.lead': 'A pessoa que lhe enviou esta ligação pediu ajuda. Vê o que acontece e onde ela está.',
  'follow.now': 'O que está a acontecer',
  'follow.safe': 'A pessoa diz que está em segurança. A ajuda ainda pode vir.',
  'follow.notShown': 'Esta página não mostra o que acontece agora.',
  'follow.cancelled': 'O alarme foi cancelado.',
  'follow.sent': 'Alarme enviado',
  'follow.update': 'Últimas notícias',
  'follow.place': 'Última localização',
  'follow.ends':
    'Esta ligação termina quando o alarme terminar, quando a pessoa a parar, ou ao fim de um dia.',
  'follow.noPlace': 'Não a sabemos.',
  'follow.coordinates': 'Coordenadas',
  'follow.accuracy': 'Precisão',
  'follow.from': 'Localização medida',
  'follow.unknown': 'Desconhecida',
  'refusal.share_link.ended': 'Esta ligação terminou',
  'refusal.share_link.ended.detail':
    'Terminou, foi parada, ou não está completa. Telefone à pessoa que a enviou. Se acha que ela está em perigo, chame ajuda você mesmo.',
  'refusal.share_link.too_many': 'Demasiado de uma vez',
  'refusal.share_link.too_many.detail':
    'Pode criar dez ligações para um alarme. Uma ligação abre duas vezes por segundo. Espere um momento.',
};
