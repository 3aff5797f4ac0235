import type { TextsOf } from '../en/messages.ts';

export const account: TextsOf<'account'> = {
  'terms.title': 'Veuillez lire nos conditions',
  'terms.changed':
    'Vous n’avez pas accepté les {terms} telles qu’elles sont maintenant. Lisez aussi {privacy}. Votre bouton marche même si vous ne le faites pas.',
  'terms.link': 'conditions',
  'terms.kept': 'ce que nous gardons sur vous',
  'terms.accept': 'J’accepte',
  'mobile.form': 'Changer votre numéro de mobile',
  'mobile.new': 'Nouveau numéro de mobile',
  'mobile.how': 'Nous envoyons un code par SMS d’abord à votre ancien numéro, puis au nouveau.',
  'mobile.change': 'Changer de numéro de mobile',
  'mobile.lost': 'Si vous n’avez plus l’ancien numéro, demandez à ceux qui vous ont donné Vigil.',
  'mobile.codeOld': 'D’abord le code de votre ancien numéro.',
  'mobile.codeNew': 'Maintenant le code de votre nouveau numéro.',
  'mobile.stop': 'Arrêter',
  'mobile.done':
    'Votre numéro de mobile est changé. Vous vous connectez avec le nouveau. Ses quatre derniers chiffres sont votre code de sécurité.',
  'device.list': 'Appareils',
  'device.isOff': 'Il est désactivé. Il ne peut plus appeler les secours.',
  'device.this': 'Cet appareil',
  'device.switchOff': 'Désactiver',
  'device.ask': 'Désactiver cet appareil ?',
  'device.stops': '{name} : son bouton ne marche plus, jusqu’à ce que vous vous y connectiez de nouveau.',
  'device.yes': 'Oui, le désactiver',
  'others.areOff': 'Désactivé sur les autres appareils. Cet appareil garde son bouton.',
  'others.switchOff': 'Désactiver mon bouton sur les autres appareils',
  'others.ask': 'Désactiver votre bouton sur les autres appareils ?',
  'others.stops':
    'Le bouton ne marche plus sur vos autres téléphones et ordinateurs, jusqu’à ce que vous vous y connectiez de nouveau. Faites-le si un appareil est perdu.',
  'data.ready': 'Votre fichier est prêt. Le lien marche dix minutes.',
  'data.save': 'Enregistrer le fichier',
  'data.safe': 'Gardez-le en lieu sûr : il dit où vous étiez. Supprimez-le sur un téléphone partagé.',
  'data.download': 'Télécharger mes données',
  'data.downloadText':
    'Vous recevez un fichier avec ce que Vigil garde sur vous. Pour cela, nous vous envoyons un code par SMS.',
  'data.delete': 'Supprimer mon compte',
  'data.deleteText':
    'Votre bouton ne marche plus sur aucun de vos appareils, et les secours ne viennent plus quand vous appuyez. Vigil supprime ce qu’il garde sur vous. Vous ne pouvez pas revenir en arrière.',
  'data.deleteAtAura':
    'Vigil dit aussi à AURA de vous supprimer. AURA vous marque comme supprimé ; nous ne savons pas ce qu’AURA garde. Tant qu’une alarme n’est pas terminée, vous ne pouvez pas supprimer votre compte.',
  'data.deleteNow': 'Quand vous confirmez le code, votre compte est supprimé tout de suite.',
  'signOut.button': 'Se déconnecter',
  'signOut.ask': 'Se déconnecter ?',
  'signOut.text':
    'Après cela, le bouton de cet appareil n’appelle plus les secours. Pour l’utiliser de nouveau, connectez-vous avec un code par SMS.',
  'signOut.yes': 'Oui, me déconnecter',
};
