import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'guide.lead': 'En danger maintenant ? Appelez. Vous n’avez pas besoin de Vigil pour cela.',
  'guide.how': 'Comment appeler les secours',
  'guide.hold':
    'Appuyez sur le bouton rouge et maintenez. Si vous ne pouvez pas maintenir, touchez « {button} ».',
  'guide.countdown':
    'Un compte à rebours commence. Ne faites rien et les secours sont appelés. Touchez Annuler si c’était une erreur.',
  'guide.seen': 'Vous voyez quand votre alarme est envoyée, et ce qui se passe ensuite.',
  'guide.broken': 'Si cela ne marche pas',
  'guide.offline':
    'Pas d’Internet : le bouton garde votre alarme et l’envoie dès qu’il peut. N’attendez pas. Appelez.',
  'guide.noPlace':
    'Pas de position : autorisez la localisation pour ce site dans les réglages du navigateur. Enregistrez votre adresse dans votre profil.',
  'guide.noCode': 'Pas de SMS avec un code : attendez une minute, puis touchez « {button} ».',
  'guide.safe': 'Si vous êtes en sécurité',
  'guide.sayYes':
    'Ouvrez votre alarme et touchez « Je suis en sécurité ». Tapez les quatre derniers chiffres de votre numéro.',
  'guide.mayCome': 'Les secours peuvent venir quand même, pour s’en assurer.',
  'guide.words': 'Ce que dit la page',
  'guide.sent': 'Alarme envoyée : la salle de contrôle a votre alarme.',
  'guide.room': 'La salle de contrôle vous aide : quelqu’un s’en occupe là-bas.',
  'guide.way':
    'Les secours sont en route, Les secours sont là, Les secours sont repartis : ce qu’AURA signale des secours.',
  'guide.ended': 'C’est terminé : AURA a clos l’alarme.',
  'guide.red': 'Rouge : quelque chose ne va pas. Appelez.',
  'guide.questions': 'Des questions, et pas de danger ?',
  'guide.support': 'Appeler l’assistance : {number}',
};
