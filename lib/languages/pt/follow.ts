import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'friend.title': 'Ajuda para o seu amigo',
  'friend.lead': 'A pessoa que lhe enviou esta ligação pediu ajuda. Vê o que acontece e onde ela está.',
  'friend.now': 'O que está a acontecer',
  'friend.safe': 'A pessoa diz que está em segurança. A ajuda ainda pode vir.',
  'friend.notShown': 'Esta página não mostra o que acontece agora.',
  'friend.cancelled': 'O alarme foi cancelado.',
  'friend.sent': 'Alarme enviado',
  'friend.update': 'Últimas notícias',
  'friend.place': 'Última localização',
  'friend.ends':
    'Esta ligação termina quando o alarme terminar, quando a pessoa a parar, ou ao fim de um dia.',
  'friend.noPlace': 'Não a sabemos.',
  'friend.coordinates': 'Coordenadas',
  'friend.accuracy': 'Precisão',
  'friend.from': 'Localização medida',
  'friend.unknown': 'Desconhecida',
  'refusal.share_link.ended': 'Esta ligação terminou',
  'refusal.share_link.ended.detail':
    'Terminou, foi parada, ou não está completa. Telefone à pessoa que a enviou. Se acha que ela está em perigo, chame ajuda você mesmo.',
  'refusal.share_link.too_many': 'Demasiado de uma vez',
  'refusal.share_link.too_many.detail':
    'Pode criar dez ligações para um alarme. Uma ligação abre duas vezes por segundo. Espere um momento.',
};
