import type { TextsOf } from '../en/messages.ts';

export const history: TextsOf<'history'> = {
  'history.title': 'Vos alarmes',
  'history.lead': 'Quand vous avez appelé les secours, et comment cela s’est terminé.',
  'history.none': 'Aucune alarme pour l’instant.',
  'history.open': 'Voir cette alarme',
  'history.older': 'Plus anciennes',
  'history.newest': 'Les plus récentes',
  'history.all': 'Vos alarmes passées',
  'history.before.raised': 'L’alarme a été envoyée.',
  'history.before.owned': 'La salle de contrôle s’en occupait.',
  'history.before.dispatched': 'Les secours étaient en route.',
  'history.before.arrived': 'Les secours sont venus.',
  'history.before.completed': 'Les secours sont venus, puis repartis.',
  'history.before.cancelled': 'L’alarme a été annulée.',
  'terms.new': 'Les conditions ont changé. Lisez-les quand vous serez en sécurité.',
  'history.safe': 'Vous avez dit que vous êtes en sécurité.',
  'history.pressed': 'Vous avez appuyé sur le bouton.',
  'history.not.recorded': 'Cette alarme n’est pas encore envoyée.',
  'history.not.rejected': 'AURA n’a pas accepté cette alarme.',
  'history.not.expired': 'Cette alarme n’a pas pu être envoyée à temps.',
  'history.not.withdrawn': 'Vous avez annulé avant l’envoi.',
};
