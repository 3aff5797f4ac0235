import type { TextsOf } from '../en/messages.ts';

export const follow: TextsOf<'follow'> = {
  'follow.title': 'Des secours pour votre ami',
  'follow.lead':
    'La personne qui vous a envoyé ce lien a appelé les secours. Vous voyez ce qui se passe et où elle est.',
  'follow.now': 'Ce qui se passe',
  'follow.safe': 'La personne dit qu’elle est en sécurité. Les secours peuvent venir quand même.',
  'follow.notShown': 'Cette page ne montre pas ce qui se passe maintenant.',
  'follow.cancelled': 'L’alarme a été annulée.',
  'follow.sent': 'Alarme envoyée',
  'follow.update': 'Dernières nouvelles',
  'follow.place': 'Dernière position',
  'follow.ends':
    'Ce lien prend fin quand l’alarme est terminée, quand la personne l’arrête, ou après un jour.',
  'follow.noPlace': 'Nous ne la connaissons pas.',
  'follow.coordinates': 'Coordonnées',
  'follow.accuracy': 'Précision',
  'follow.from': 'Position mesurée',
  'follow.unknown': 'Inconnue',
  'refusal.share_link.ended': 'Ce lien est terminé',
  'refusal.share_link.ended.detail':
    'Il est terminé, a été arrêté, ou n’est pas complet. Téléphonez à la personne qui l’a envoyé. Si vous pensez qu’elle est en danger, appelez vous-même les secours.',
  'refusal.share_link.too_many': 'Trop à la fois',
  'refusal.share_link.too_many.detail':
    'Vous pouvez créer dix liens pour une alarme. Un lien s’ouvre deux fois par seconde. Attendez un moment.',
};
