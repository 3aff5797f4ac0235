import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'friend.title': 'Des secours pour votre ami',
  'friend.lead':
    'La personne qui vous a envoyé ce lien a appelé les secours. Vous voyez ce qui se passe et où elle est.',
  'friend.now': 'Ce qui se passe',
  'friend.safe': 'La personne dit qu’elle est en sécurité. Les secours peuvent venir quand même.',
  'friend.notShown': 'Cette page ne montre pas ce qui se passe maintenant.',
  'friend.cancelled': 'L’alarme a été annulée.',
  'friend.sent': 'Alarme envoyée',
  'friend.update': 'Dernières nouvelles',
  'friend.place': 'Dernière position',
  'friend.ends':
    'Ce lien prend fin quand l’alarme est terminée, quand la personne l’arrête, ou après un jour.',
  'friend.noPlace': 'Nous ne la connaissons pas.',
  'friend.coordinates': 'Coordonnées',
  'friend.accuracy': 'Précision',
  'friend.from': 'Position mesurée',
  'friend.unknown': 'Inconnue',
  'refusal.share_link.ended': 'Ce lien est terminé',
  'refusal.share_link.ended.detail':
    'Il est terminé, a été arrêté, ou n’est pas complet. Téléphonez à la personne qui l’a envoyé. Si vous pensez qu’elle est en danger, appelez vous-même les secours.',
  'refusal.share_link.too_many': 'Trop à la fois',
  'refusal.share_link.too_many.detail':
    'Vous pouvez créer dix liens pour une alarme. Un lien s’ouvre deux fois par seconde. Attendez un moment.',
};
