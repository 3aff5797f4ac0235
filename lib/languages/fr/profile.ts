import type { TextsOf } from '../en/messages.ts';

export const profile: TextsOf<'profile'> = {
  'profile.you': 'Vous',
  'profile.name': 'Nom complet',
  'profile.nameAtAura': 'Nom chez AURA',
  'profile.latin': '{name}. AURA n’a pas pris votre nom comme vous l’écrivez.',
  'profile.mobile.why': 'Les secours appellent ce numéro, et vous vous connectez avec lui.',
  'profile.address': 'Adresse enregistrée',
  'profile.address.why': 'Si nous ne trouvons pas votre position, les secours vont ici.',
  'profile.facts': 'Pour les secours',
  'profile.facts.why':
    'Cela peut faire gagner du temps quand vous ne pouvez pas parler. Nous l’envoyons à AURA. Vous pouvez tout laisser vide.',
  'profile.button': 'Votre bouton',
  'profile.button.why':
    'Comment vous appuyez, et ce que fait alors votre téléphone. C’est pareil sur tous vos appareils.',
  'profile.contact': 'Contacts de confiance',
  'profile.contact.why':
    'Cinq personnes au plus. Quand vous appelez les secours, un message à la première est prêt : c’est vous qui l’envoyez. Nous leur envoyons un SMS seulement si vous le choisissez ici.',
  'profile.push': 'Messages sur cet appareil',
  'profile.push.why':
    'Cet appareil peut vous dire quand les secours avancent, et quand vous avez un nouveau message, même quand cette page est fermée. Vous voyez la même chose sur la page. Un message peut arriver tard, ou pas du tout.',
  'profile.push.shown':
    'Un écran verrouillé montre seulement ces mots, sans votre nom et sans lieu. Si quelqu’un ne doit pas les voir, laissez cela désactivé.',
  'profile.push.silent':
    'Après une alarme silencieuse, rien n’est montré pendant deux heures. Si votre bouton est réglé sur silencieux, rien n’est montré du tout.',
  'profile.devices': 'Vos appareils',
  'profile.devices.why':
    'Ces téléphones et ordinateurs peuvent appeler les secours en votre nom. Désactivez ce que vous ne connaissez pas.',
  'profile.devices.missing':
    'Un appareil que vous n’avez pas utilisé depuis longtemps peut manquer ici. Ceci le désactive aussi :',
  'profile.data': 'Vos données',
  'profile.here': 'Cet appareil',
  'subscription.change': 'Changer d’abonnement',
  'subscription.cannot': 'Pas possible ici. Il vous faut votre propre connexion à AURA.',
  'subscription.none': 'Vous n’en avez pas chez AURA. Personne ne viendrait.',
  'subscription.unknown': 'Inconnu : AURA ne répond pas',
  'subscription.until': 'Valable jusqu’au',
  'subscription.cancelled': 'Annulé le',
  'subscription.single': 'Individuel : il vous couvre.',
  'subscription.family': 'Famille : il vous couvre, ainsi que les membres de la famille qui y sont inscrits.',
  'device.name': '{browser} sur {system}',
  'device.browser': 'Navigateur inconnu',
  'device.apple': 'iPhone ou iPad',
  'device.signedIn': 'Connecté le {day}.',
  'device.lastUsed': 'Utilisé pour la dernière fois le {day}.',
  'device.switchOffOne': 'Désactiver : {name}, connecté le {day}',
};
