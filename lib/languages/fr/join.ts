import type { TextsOf } from '../en/messages.ts';

export const join = {
  'join.lead': 'Cela prend deux minutes. Ensuite vous avez un bouton pour appeler les secours.',
  'join.accept':
    'En vous inscrivant, vous acceptez les {terms}. Lisez aussi ce que nous gardons sur vous : {privacy}.',
  'join.terms': 'conditions',
  'join.privacy': 'vie privée',
  'join.known': 'Déjà inscrit ?',
  'join.reload': 'Recharger',
  'join.change': 'Changer les données',
  'join.name': 'Prénom',
  'join.surname': 'Nom',
  'join.oneName': 'Laissez vide si vous avez un seul nom.',
  'join.sayName': 'Comment se prononce votre nom',
  'join.sayNameHint': 'En lettres de A à Z, comme Muhammad. Pour ceux qui viennent vous aider.',
  'join.mobileHint': 'Nous vous enverrons un code par SMS. Les équipes peuvent appeler ce numéro.',
  'join.subscription': 'Abonnement',
  'join.subscriptionHint': 'Valable un an à partir d’aujourd’hui.',
  'join.optional': 'Facultatif',
  'field.nameMissing': 'Écrivez votre prénom',
  'field.nameLong': 'Votre prénom peut avoir 80 caractères au plus',
  'field.nameLetters': 'Utilisez seulement des lettres dans votre prénom, car les équipes le liront',
  'field.surnameMissing': 'Écrivez votre nom',
  'field.surnameLong': 'Votre nom peut avoir 80 caractères au plus',
  'field.surnameLetters': 'Utilisez seulement des lettres dans votre nom, car les équipes le liront',
  'field.sayName': 'Écrivez comment se prononce votre nom en lettres de A à Z, comme Muhammad',
  'field.sayNameLong': '80 caractères au plus : seulement comment se prononce le nom',
  'field.subscription': 'Choisissez un abonnement',
  'field.registration': 'Recommencez l’inscription',
  'refusal.registration.expired': 'Cette inscription est terminée',
  'refusal.registration.expired.detail':
    'Vous avez attendu trop longtemps. Rien n’a été enregistré. Recommencez.',
  'refusal.registration.mobile_known': 'AURA connaît déjà ce numéro',
  'refusal.registration.mobile_known.detail':
    'Ce numéro de mobile a déjà un compte AURA, d’une autre application. Nous ne pouvons pas en faire un deuxième. Utilisez un autre numéro, ou demandez à l’assistance d’AURA de libérer celui-ci.',
  'refusal.registration.aura_unavailable': 'AURA ne répond pas',
  'refusal.registration.aura_unavailable.detail':
    'Votre numéro est juste, mais AURA n’a pas pu créer votre compte. Vous n’êtes pas encore protégé. Réessayez. Il ne vous faut pas de nouveau code.',
  'refusal.registration.completed': 'Votre compte est prêt',
  'refusal.registration.completed.detail':
    'Connectez-vous avec votre numéro de mobile. Nous vous enverrons un nouveau code par SMS.',
  'refusal.registration.answer_lost': 'Nous ne savons pas ce qu’AURA a fait',
  'refusal.registration.answer_lost.detail':
    'Nous avons perdu le contact avec AURA pendant la création de votre compte. Vous n’êtes pas encore protégé par Vigil. Réessayez dans une minute. Si vous revoyez ceci, demandez à l’assistance d’AURA de libérer votre numéro. Ensuite inscrivez-vous de nouveau.',
  'refusal.registration.aura_rejected': 'AURA n’a pas accepté ces données',
  'refusal.registration.aura_rejected.detail':
    'Aucun compte n’a été créé. Vérifiez le nom, le numéro et l’abonnement, et recommencez.',
  'refusal.registration.name_letters': 'AURA n’a pas accepté ces données',
  'refusal.registration.name_letters.detail':
    'Aucun compte n’a été créé. C’est peut-être à cause des lettres de votre nom. Écrivez comment il se prononce en lettres de A à Z, et réessayez.',
  'refusal.registration.in_progress': 'Veuillez attendre',
  'refusal.registration.in_progress.detail':
    'Votre compte est en train d’être créé. Réessayez dans quelques secondes.',
  'refusal.subscription.types_unavailable': 'AURA ne répond pas',
  'refusal.subscription.types_unavailable.detail':
    'Nous n’avons pas pu charger les abonnements d’AURA. Rechargez bientôt cette page.',
} satisfies TextsOf<'join'>;
