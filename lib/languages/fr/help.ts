import type { TextsOf } from '../en/messages.ts';

export const help: TextsOf<'help'> = {
  'help.lead': 'En danger maintenant ? Appelez. Vous n’avez pas besoin de Vigil pour cela.',
  'help.how': 'Comment appeler les secours',
  'help.hold':
    'Appuyez sur le bouton rouge et maintenez. Si vous ne pouvez pas maintenir, touchez « {button} ».',
  'help.countdown':
    'Un compte à rebours commence. Ne faites rien et les secours sont appelés. Touchez Annuler si c’était une erreur.',
  'help.seen': 'Vous voyez quand votre alarme est envoyée, et ce qui se passe ensuite.',
  'help.broken': 'Si cela ne marche pas',
  'help.offline':
    'Pas d’Internet : le bouton garde votre alarme et l’envoie dès qu’il peut. N’attendez pas. Appelez.',
  'help.noPlace':
    'Pas de position : autorisez la localisation pour ce site dans les réglages du navigateur. Enregistrez votre adresse dans votre profil.',
  'help.noCode': 'Pas de SMS avec un code : attendez une minute, puis touchez « {button} ».',
  'help.safe': 'Si vous êtes en sécurité',
  'help.sayYes':
    'Ouvrez votre alarme et touchez « I am safe » (je suis en sécurité). Tapez les quatre derniers chiffres de votre numéro.',
  'help.mayCome': 'Les secours peuvent venir quand même, pour s’en assurer.',
  'help.words': 'Ce que dit la page',
  'help.sent': 'Alarme envoyée : la salle de contrôle a votre alarme.',
  'help.room': 'La salle de contrôle vous aide : quelqu’un s’en occupe là-bas.',
  'help.way':
    'Les secours sont en route, Les secours sont là, Les secours sont repartis : ce qu’AURA signale des secours.',
  'help.ended': 'C’est terminé : AURA a clos l’alarme.',
  'help.red': 'Rouge : quelque chose ne va pas. Appelez.',
};
