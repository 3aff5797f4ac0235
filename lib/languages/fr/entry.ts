import type { TextsOf } from '../en/messages.ts';

export const entry = {
  'entry.signIn': 'Se connecter',
  'entry.register': 'S’inscrire',
  'entry.foot':
    'Vigil envoie votre alarme à AURA. AURA envoie des équipes de sécurité et médicales. Si Vigil ne marche pas, appelez le 112.',
  'entry.broken':
    'Rien de ce que vous avez écrit n’a été envoyé. Si vous avez besoin d’aide maintenant, appelez :',
  'start.title': 'Appelez les secours depuis tout navigateur.',
  'start.lead':
    'Un seul bouton pour les secours de sécurité et médicaux d’AURA. Rien à installer. Il marche sur votre téléphone et sur tout ordinateur.',
  'start.steps': 'Ce qui se passe quand vous appuyez',
  'start.hold': 'Maintenez le bouton',
  'start.holdText':
    'Appuyez et maintenez, avec un doigt, une souris ou le clavier. Vigil trouve votre position.',
  'start.cancel': 'Trois secondes pour annuler',
  'start.cancelText': 'C’était une erreur ? Touchez Annuler. Ou touchez Envoyer maintenant.',
  'start.watch': 'Voyez venir les secours',
  'start.watchText':
    'AURA reçoit votre alarme et envoie des équipes de sécurité ou médicales. Vous voyez chaque étape, et quand elle a eu lieu.',
  'start.promise':
    'Vigil dit que votre alarme a été envoyée seulement quand AURA l’a confirmé. Jusque-là, vous voyez les numéros à appeler.',
  'signIn.lead': 'Avec votre numéro de mobile, sur tout téléphone ou ordinateur.',
  'signIn.notYet': 'Pas encore inscrit ?',
  'signIn.mobile': 'Numéro de mobile',
  'signIn.hint': 'Le numéro avec lequel vous vous êtes inscrit. Nous vous enverrons un code par SMS.',
  'signIn.send': 'Envoyer le code',
  'signIn.another': 'Utiliser un autre numéro',
  'signIn.sent': 'Nous avons envoyé un SMS avec six chiffres au {mobile}.',
  'signIn.code': 'Code',
  'signIn.codeHint': 'Le code est valable dix minutes.',
  'signIn.confirm': 'Confirmer',
  'signIn.surname': 'Nom',
  'signIn.newCode': 'Envoyer un nouveau code',
  'field.mobileMissing': 'Écrivez votre numéro de mobile',
  'field.mobileLong': 'C’est trop long pour un numéro de mobile',
  'field.mobileWrong': 'Ce n’est pas un numéro de mobile. Écrivez-le comme 082 123 4567 ou +27 82 123 4567',
  'field.mobileCountry': 'Nous n’envoyons pas de codes aux numéros de ce pays',
  'field.codeMissing': 'Écrivez le code du message',
  'field.codeWrong': 'Le code a 6 chiffres',
  'field.surnameMissing': 'Écrivez votre nom',
  'field.surnameLong': 'Votre nom peut avoir 80 caractères au plus',
  'field.surnameLetters': 'Utilisez seulement des lettres dans votre nom, car les équipes le liront',
  'refusal.code.wrong': 'Ce code n’est pas juste',
  'refusal.code.wrong.detail': 'Regardez le SMS et écrivez encore les six chiffres.',
  'refusal.code.expired': 'Ce code n’est plus valable',
  'refusal.code.expired.detail': 'Un code sert pendant dix minutes et cinq essais. Demandez-en un nouveau.',
  'refusal.code.too_soon': 'Attendez avant le prochain code',
  'refusal.code.too_soon.detail':
    'Nous avons envoyé des codes à ce numéro. Utilisez le dernier, ou réessayez dans quelques minutes.',
  'refusal.code.limit_number': 'Trop de codes pour ce numéro',
  'refusal.code.limit_number.detail':
    'Vous pouvez recevoir cinq codes en une heure. Utilisez le dernier, ou attendez.',
  'refusal.code.limit_day': 'Trop de codes pour ce numéro aujourd’hui',
  'refusal.code.limit_day.detail':
    'Vous pouvez recevoir dix codes en un jour. Utilisez le dernier, ou réessayez demain.',
  'refusal.code.limit_address': 'Trop de codes depuis cette connexion',
  'refusal.code.limit_address.detail':
    'Nous envoyons vingt codes en une heure à une connexion internet. Attendez, puis réessayez.',
  'refusal.code.not_sent': 'Nous n’avons pas pu envoyer le code',
  'refusal.code.not_sent.detail':
    'Le service de SMS ne l’a pas accepté. Rien n’a été enregistré. Réessayez bientôt.',
  'refusal.sign_in.no_account': 'Pas encore de compte pour ce numéro',
  'refusal.sign_in.no_account.detail':
    'Le code était juste, mais ce numéro n’est pas inscrit. Inscrivez-vous pour être protégé.',
  'refusal.sign_in.surname_needed': 'Écrivez aussi votre nom',
  'refusal.sign_in.surname_needed.detail':
    'Personne ne s’est connecté avec ce numéro depuis longtemps. Nous demandons le nom de votre inscription.',
  'refusal.sign_in.surname_wrong': 'Ce nom n’est pas le bon',
  'refusal.sign_in.surname_wrong.detail':
    'Écrivez-le comme à l’inscription. Si vous avez donné un seul nom, écrivez celui-là.',
  'refusal.sign_in.surname_limit': 'Trop de noms faux',
  'refusal.sign_in.surname_limit.detail':
    'Vous pouvez réessayer demain. Les téléphones et ordinateurs connectés marchent toujours.',
} satisfies TextsOf<'entry'>;
