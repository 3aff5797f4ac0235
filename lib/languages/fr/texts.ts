import type { TextsOf } from '../en/messages.ts';

export const texts: TextsOf<'texts'> = {
  'text.device':
    'Vigil : un téléphone ou un ordinateur s’est connecté sous votre nom. Si ce n’était pas vous, ouvrez Vigil, touchez Profil, et désactivez-le.',
  'text.contact':
    'Vigil : votre contact de confiance a été modifié. Si ce n’était pas vous, ouvrez Vigil et touchez Profil.',
  'text.address':
    'Vigil : votre adresse enregistrée a été modifiée. Si ce n’était pas vous, ouvrez Vigil et touchez Profil.',
  'text.export':
    'Vigil : vos données ont été téléchargées. Si ce n’était pas vous, ouvrez Vigil, touchez Profil, et regardez vos appareils.',
  'text.erase':
    'Vigil : votre compte a été supprimé. Le bouton n’appelle plus les secours. Si ce n’était pas vous, inscrivez-vous de nouveau.',
  'text.latin': 'Vigil : AURA n’a pas pris votre nom comme vous l’écrivez. AURA l’a en lettres de A à Z.',
  'text.mobile':
    'Vigil : votre numéro de portable a été remplacé par un autre. Si ce n’était pas vous, demandez de l’aide à ceux qui vous ont donné Vigil.',
  'code.sign_in': 'Votre code Vigil est {code}.',
  'code.export': 'Votre code Vigil pour télécharger vos données est {code}.',
  'code.erase': 'Votre code Vigil pour SUPPRIMER votre compte est {code}.',
  'code.mobile_old': 'Votre code Vigil pour CHANGER votre numéro de portable est {code}.',
  'code.mobile_new': 'Votre code Vigil pour utiliser ce numéro de portable est {code}.',
  'code.rest': 'Il est valable 10 minutes. Nous ne le demandons jamais.',
  'told.alarm':
    'Vigil : {name} a demandé du secours. Les secours ont son alarme. Pour le moment, ni appel ni SMS : un bruit peut mettre en danger. Voir ce qui se passe :',
  'push.owned': 'Votre demande a été vue',
  'push.dispatched': 'Les secours sont en route',
  'push.arrived': 'Les secours sont là',
  'push.stopped': 'Les secours ne viendront peut-être pas. Regardez maintenant.',
  'push.ended': 'Votre demande est terminée',
  'push.message': 'Vous avez un nouveau message',
};
