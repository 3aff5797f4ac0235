import type { TextsOf } from '../en/messages.ts';

export const hold = {
  'hold.how': 'Appuyez et maintenez.',
  'hold.seconds': '{seconds} secondes',
  'hold.howLong': 'Maintenez {length}.',
  'hold.holding': 'Continuez à appuyer…',
  'hold.tooSoon': 'Pas envoyé. Vous avez lâché trop tôt. {howLong}',
  'hold.twoTaps': 'Touchez deux fois.',
  'hold.tapAgain': 'Touchez encore une fois pour appeler les secours.',
  'hold.notTwice': 'Pas envoyé. Vous n’avez pas touché une deuxième fois. Touchez deux fois.',
  'hold.unlessCancelled': 'Les secours vont être appelés. Touchez Annuler pour arrêter.',
  'hold.sending': 'Envoi…',
  'hold.cancelling': 'Annulation…',
  'hold.nothingSent': 'Annulé. Rien n’a été envoyé.',
  'hold.nothingMore': 'Rien de plus n’a été envoyé.',
  'hold.cancelUnheard':
    'Nous n’avons pas pu joindre le serveur. Les secours arrivent peut-être. Rouvrez cette page. Vous pourrez alors toucher « Je suis en sécurité ».',
  'hold.noAnswer': 'Pas encore de réponse. N’attendez pas. Appelez maintenant.',
  'hold.stillNeeded':
    'Vous avez appuyé il y a un moment. Nous ne savons pas si les secours ont été appelés. Avez-vous besoin d’aide maintenant ?',
} satisfies TextsOf<'hold'>;
