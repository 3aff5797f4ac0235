import type { TextsOf } from '../en/messages.ts';

export const outcomes: TextsOf<'outcomes'> = {
  'missing.title': 'Introuvable',
  'missing.page': 'Il n’y a pas de page ici',
  'missing.pageText': 'L’adresse est peut-être fausse, ou vous ne pouvez pas voir cette page.',
  'missing.wrong': 'L’adresse est peut-être fausse.',
  'missing.start': 'Aller au début',
  'missing.nothing': 'Il n’y a rien ici',
  'missing.nothingText': 'L’adresse est peut-être fausse, ou la page n’est pas à vous.',
  'missing.ifYours': 'Si elle est à vous, {signIn} et ouvrez-la de nouveau.',
  'missing.signIn': 'connectez-vous',
  'deleted.title': 'Compte supprimé',
  'deleted.done': 'Le compte est supprimé',
  'deleted.going': 'Le compte est en train d’être supprimé',
  'deleted.lead':
    'Le bouton de ce compte n’appelle plus les secours. Pour utiliser Vigil de nouveau, inscrivez-vous de nouveau.',
  'deleted.here':
    'Vigil a supprimé le nom, le numéro, les adresses, les positions et les messages. Les anciennes alarmes restent comme des chiffres, sans nom ni lieu.',
  'deleted.notYetHere':
    'Vigil est encore en train de supprimer. Si une alarme n’est pas terminée, Vigil attend qu’elle le soit. Vous n’avez rien à faire.',
  'deleted.atAura':
    'AURA a marqué le client comme supprimé. Nous ne savons pas ce qu’AURA garde. Demandez-le à AURA.',
  'deleted.notYetAtAura':
    'AURA ne l’a pas encore confirmé. Vigil redemande de lui-même. Gardez l’adresse de cette page pour regarder plus tard.',
  'refusal.erasure.not_found': 'Cette page n’existe pas',
  'refusal.erasure.not_found.detail': 'Vigil ne connaît pas de compte supprimé à cette adresse.',
  'signup.title': 'Votre adhésion',
  'signup.registered': 'Vous êtes inscrit',
  'signup.registeredLead': 'Encore une étape : connectez-vous. Ensuite vous avez le bouton.',
  'signup.account': 'AURA a votre compte.',
  'signup.uncovered': 'Vous n’êtes pas encore protégé',
  'signup.uncoveredText':
    'AURA n’a pas d’abonnement actif pour vous, donc les secours ne viendraient pas. Demandez à la personne qui vous a envoyé le lien d’en commencer un.',
  'signup.signIn': 'Connectez-vous avec {mobile}. Nous vous enverrons un code par SMS.',
  'signup.held': 'Vous ne pouvez pas encore vous connecter',
  'signup.heldHere': 'AURA a votre compte, mais nous n’avons pas pu l’ouvrir ici',
  'signup.held.mobile_taken':
    'Ce numéro de mobile a déjà un compte ici. S’il est à vous, connectez-vous. Sinon, demandez à la personne qui vous a envoyé le lien.',
  'signup.held.unreadable':
    'AURA n’a pas de numéro de mobile de vous qui puisse recevoir un SMS. Demandez à la personne qui vous a envoyé le lien.',
  'signup.held.deleted': 'Ce compte a été supprimé. Demandez-en un nouveau à la personne qui l’a envoyé.',
  'signup.held.other_reference':
    'La réponse d’AURA ne va pas avec cette adresse. Demandez à la personne qui vous a envoyé le lien.',
  'signup.nobody': 'AURA n’a pas de compte de vous par ce lien.',
  'signup.nobodyYet': 'AURA n’a pas encore de compte de vous par ce lien.',
  'signup.saidFailed': 'La page d’AURA dit que cela a échoué.',
  'signup.saidPayment': 'La page d’AURA dit que cela a échoué : le paiement n’est pas passé.',
  'signup.saidCode': 'La page d’AURA dit que cela a échoué ({code}).',
  'signup.saidCancelled': 'La page d’AURA dit que vous l’avez arrêté. Vous n’avez pas été inscrit.',
  'signup.openAgain': 'Ouvrez le lien que vous avez reçu pour réessayer, ou demandez-en un nouveau.',
  'signup.wait':
    'Si vous avez fini sur la page d’AURA, cela peut prendre un moment. Cette page vérifie de nouveau.',
  'signup.title.completed': 'Pas encore confirmé',
  'signup.title.failed': 'L’adhésion n’a pas abouti',
  'signup.title.cancelled': 'L’adhésion a été annulée',
  'signup.check': 'Vérifier de nouveau',
  'refusal.signup.not_found': 'Nous ne connaissons pas cette adhésion',
  'refusal.signup.not_found.detail':
    'Vérifiez que l’adresse est complète, ou demandez un nouveau lien à la personne qui vous l’a envoyé.',
  'refusal.signup.not_at_aura': 'AURA ne connaît plus cette adhésion',
  'refusal.signup.not_at_aura.detail':
    'Personne n’a été inscrit par elle. Demandez un nouveau lien à la personne qui vous l’a envoyé.',
  'refusal.signup.too_many': 'Assez de demandes à AURA',
  'refusal.signup.too_many.detail':
    'Attendez dix minutes, puis vérifiez de nouveau. Rien n’est perdu : ce que vous avez fait sur la page d’AURA compte.',
  'refusal.aura.not_asked': 'AURA ne répond pas',
  'refusal.aura.not_asked.detail':
    'Nous n’avons pas pu demander à AURA. Rien n’a été changé ; réessayez dans un moment.',
};
