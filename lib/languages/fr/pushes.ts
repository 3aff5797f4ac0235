import type { TextsOf } from '../en/messages.ts';

export const pushes: TextsOf<'pushes'> = {
  'pushes.on': 'Les messages sont activés sur cet appareil.',
  'pushes.off': 'Les messages sont désactivés sur cet appareil.',
  'pushes.denied': 'Votre navigateur n’autorise pas les messages de ce site.',
  'pushes.denied.ios':
    'Ouvrez Réglages, puis Notifications. Trouvez-y cette appli et autorisez les notifications. Puis revenez ici.',
  'pushes.denied.android':
    'Touchez le signe à côté de l’adresse web, puis Autorisations. Autorisez les notifications. Puis rechargez cette page.',
  'pushes.denied.other':
    'Cliquez sur le signe à côté de l’adresse web. Autorisez les notifications. Puis rechargez cette page.',
  'pushes.app': 'Vous avez ouvert cette page dans une autre appli. Les messages n’y marchent pas.',
  'pushes.app.todo': 'Ouvrez cette page dans Chrome, Safari ou Firefox.',
  'pushes.install': 'Un iPhone ou un iPad montre seulement les messages des applis de l’écran d’accueil.',
  'pushes.install.todo':
    'Touchez Partager, puis « Sur l’écran d’accueil ». Ouvrez l’appli depuis là et revenez à cette page.',
  'pushes.unsupported': 'Ce navigateur ne peut pas montrer de messages quand la page est fermée.',
  'pushes.unsupported.todo':
    'Un autre navigateur le peut peut-être. Vous voyez tous les messages sur la page elle-même.',
  'pushes.failed': 'Cela n’a pas marché. Regardez votre internet et réessayez.',
  'pushes.turnOn': 'Activer les messages',
  'pushes.turnOff': 'Désactiver les messages',
  'pushes.scripts': 'Activez JavaScript dans votre navigateur pour utiliser ceci.',
};
