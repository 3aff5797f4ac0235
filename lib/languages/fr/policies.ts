import type { TextsOf } from '../en/messages.ts';

export const policies: TextsOf<'policies'> = {
  'privacy.lead': 'Ce que Vigil sait de vous, et qui le voit.',
  'privacy.keep': 'Ce que nous gardons sur vous',
  'privacy.keep.name':
    'Votre nom, votre numéro de mobile et votre abonnement. Si vous avez écrit comment dire votre nom, nous le gardons aussi.',
  'privacy.keep.address':
    'Votre adresse enregistrée et vos contacts de confiance, si vous les donnez. Vous pouvez tout retirer dans votre profil. Si vous le choisissez, vos contacts reçoivent un SMS avec votre prénom et un lien quand la salle de contrôle a votre alarme.',
  'privacy.keep.alarms':
    'Vos alarmes : quand vous avez appuyé, où vous étiez, ce qui s’est passé, vos messages et votre note.',
  'privacy.keep.help': 'Le type d’aide que vous avez choisi en dernier, et votre langue.',
  'privacy.keep.terms': 'Quelles conditions vous avez acceptées, et quand.',
  'privacy.keep.devices':
    'Les téléphones et ordinateurs où vous vous êtes connecté : type de navigateur, quand vous vous êtes connecté et quand vous l’avez utilisé la dernière fois.',
  'privacy.keep.pushes':
    'Si vous activez les messages pour un appareil : comment joindre son navigateur, et dans quelle langue.',
  'privacy.keep.location':
    'Votre position tant qu’une alarme est ouverte. Vigil ne vous suit pas à d’autres moments.',
  'privacy.seen': 'Qui le voit',
  'privacy.seen.aura':
    'AURA et sa salle de contrôle : votre nom et votre numéro, votre position, vos messages et votre note.',
  'privacy.seen.facts':
    'Ce que vous écrivez sous « {title} » dans votre profil : nous l’envoyons à AURA et ne le gardons pas. Les opérateurs de Vigil peuvent l’ouvrir là-bas.',
  'privacy.seen.operators': 'Les opérateurs de Vigil. Vigil note qui a regardé vos données privées.',
  'privacy.seen.friend':
    'Un ami avec votre lien : ce qui se passe et où vous êtes, jusqu’à la fin de l’alarme ou pendant un jour.',
  'privacy.seen.sms':
    'Le service de SMS : votre numéro de mobile, les codes que nous vous envoyons, et ce que nous vous disons des changements de votre compte.',
  'privacy.seen.pushes':
    'Le fabricant de votre navigateur, si vous activez les messages pour un appareil : que nous envoyons quelque chose, et non ce que cela dit.',
  'privacy.seen.nobody': 'Nous ne vendons pas ce que nous savons de vous. Il n’y a pas de publicité.',
  'privacy.long': 'Combien de temps nous le gardons',
  'privacy.long.code': 'Un code par SMS est valable dix minutes.',
  'privacy.long.registration':
    'Une inscription que vous ne terminez pas : une heure. Si AURA n’a pas répondu, jusqu’à trente jours.',
  'privacy.long.systems': 'Les messages entre le système d’AURA et le nôtre : {time}.',
  'privacy.long.path': 'Votre trajet pendant une alarme : {time}.',
  'privacy.long.alarms':
    'Vos alarmes : {time} après leur fin. Ensuite nous en supprimons votre nom, le lieu et les messages.',
  'privacy.long.addresses': 'Les adresses internet dans notre journal de qui a fait quoi : {time}.',
  'privacy.long.device':
    'Un téléphone ou un ordinateur où vous vous êtes connecté : 400 jours après votre connexion.',
  'privacy.long.account':
    'Votre compte : jusqu’à ce que vous le supprimiez. Touchez « {button} » dans votre profil.',
  'privacy.long.aura':
    'Si vous supprimez votre compte, nous le disons à AURA. AURA vous marque comme supprimé. Nous ne savons pas ce qu’AURA garde.',
  'privacy.long.open': 'Tant qu’une alarme n’est pas terminée, vous ne pouvez pas supprimer votre compte.',
  'privacy.long.see':
    'Touchez « {button} » dans votre profil pour voir ce que nous gardons. Demandez à ceux qui vous ont donné Vigil de le corriger.',
  'privacy.phone': 'Sur votre téléphone',
  'privacy.phone.button':
    'Le bouton reste prêt 400 jours après votre connexion. Ensuite vous vous connectez de nouveau.',
  'privacy.phone.alarm':
    'Votre dernière position et une alarme pas encore envoyée restent sur ce téléphone, pour que rien ne se perde.',
  'privacy.phone.help':
    'Le type d’aide que vous avez choisi, et la date de votre dernier exercice, restent aussi sur ce téléphone.',
  'privacy.phone.signOut': 'Déconnectez-vous dans votre profil pour retirer tout cela du téléphone.',
  'privacy.years': '{count, plural, one {un an} other {# ans}}',
  'privacy.days': '{count, plural, one {un jour} other {# jours}}',
  'conditions.lead': 'Ce que vous pouvez attendre de Vigil, et ce que vous ne pouvez pas.',
  'conditions.version': 'Version du {version}',
  'conditions.does': 'Ce que fait Vigil',
  'conditions.does.sends': 'Il envoie votre alarme et votre position à AURA. AURA décide qui vient.',
  'conditions.does.tries':
    'Il continue d’essayer quand AURA ne répond pas, et vous dit que votre alarme n’est pas encore envoyée.',
  'conditions.does.shows': 'Il vous montre ce qu’AURA signale, et quand c’était.',
  'conditions.not': 'Ce que Vigil ne promet pas',
  'conditions.not.comes':
    'Que les secours viennent, ni quand. Cela dépend d’AURA, de votre région et de votre abonnement.',
  'conditions.not.works': 'Que le bouton marche sans internet, sans batterie ou sans position.',
  'conditions.not.map':
    'Que la carte est exacte. Votre téléphone peut se tromper sur l’endroit où vous êtes.',
  'conditions.not.police':
    'Vigil n’est pas la police, une ambulance ou les pompiers. En danger, vous pouvez toujours appeler le 112.',
  'conditions.ask': 'Ce que nous vous demandons',
  'conditions.ask.press': 'Appuyez quand vous avez besoin d’aide. Utilisez Exercice pour essayer le bouton.',
  'conditions.ask.name': 'Donnez votre vrai nom et un numéro auquel vous répondez.',
  'conditions.ask.mistake': 'Si vous avez appuyé par erreur, touchez Annuler, ou « Je suis en sécurité ».',
  'conditions.ask.lost': 'Si vous perdez votre téléphone, désactivez son bouton dans votre profil.',
};
