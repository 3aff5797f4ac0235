import type { TextsOf } from '../en/messages.ts';

export const panic = {
  'panic.title': 'Alarme',
  'panic.unknown': 'Nous ne savons pas si votre alarme a été envoyée. Appelez maintenant.',
  'panic.pressAgain': 'Vous pouvez appuyer encore. Vous ne serez pas signalé deux fois.',
  'panic.withoutScripts':
    'Les scripts sont désactivés dans ce navigateur. Un seul appui appelle les secours tout de suite, à votre adresse enregistrée. Vous ne pouvez pas l’annuler ici.',
  'panic.send': 'Envoyer maintenant',
  'panic.cancel': 'Annuler',
  'panic.inSeconds': 'Dans {seconds} secondes. Échap (Escape) annule.',
  'panic.cannotHold': 'Je ne peux pas maintenir : touchez ici',
  'panic.silent': 'Alarme silencieuse : touchez ici',
  'panic.byClick':
    '{howLong} Si vous ne pouvez pas maintenir, un clic lance un compte à rebours de {seconds} secondes.',
  'panic.theNumber': 'le numéro d’urgence',
  'help.name': 'Type d’aide',
  'help.medical': 'Médical',
  'help.fire': 'Incendie',
  'help.security': 'Sécurité',
  'location.name': 'Votre position',
  'location.why': 'Les secours doivent savoir où vous êtes. Autorisez votre position maintenant.',
  'location.allow': 'Autoriser la position',
  'location.saved': 'Sans elle, les secours vont à votre adresse enregistrée.',
  'location.none': 'Sans elle, les secours ne peuvent pas vous trouver.',
  'location.seeAddress': 'Voir votre adresse',
  'location.saveAddress': 'Enregistrer une adresse',
  'where.say': 'Quand vous appelez, dites où vous êtes.',
  'where.saved': 'Nous utilisons votre adresse enregistrée.',
  'where.last': 'Nous utilisons votre dernière position connue, {age}.',
  'where.area': 'Nous connaissons seulement votre zone, à environ {km} km près.',
  'report.name': 'Votre alarme',
  'report.stillSending': 'Envoi toujours en cours…',
  'report.unanswered': 'Pas de réponse. Nous ne savons pas si votre alarme est arrivée. Appelez maintenant.',
  'report.keepTrying': 'Nous continuons d’essayer. Vous ne serez pas signalé deux fois.',
  'report.leaveOpen':
    'Nous continuons d’essayer. Vous ne serez pas signalé deux fois. Laissez cette page ouverte.',
  'report.unconfirmed':
    'Nous n’avons pas pu confirmer l’annulation. Si vous avez besoin d’aide, appelez maintenant.',
  'report.notAgain':
    'Cet appareil n’envoie plus votre alarme. Si elle a été envoyée avant, les secours peuvent encore venir.',
  'report.unreached': 'Nous n’avons pas pu joindre le serveur. Les secours arrivent peut-être.',
  'report.cancelLate':
    'Votre alarme est peut-être déjà envoyée. Nous continuons d’essayer de l’annuler. S’il est trop tard, la page de votre alarme s’ouvre : touchez-y « Je suis en sécurité ». Si vous avez besoin d’aide, appelez maintenant.',
  'report.tooOld': 'Votre alarme est trop ancienne pour être envoyée. Appelez maintenant.',
  'report.tooOldText':
    'Nous ne savons pas si elle est arrivée avant. N’attendez pas les secours. Appuyez encore si vous en avez toujours besoin.',
  'report.lost': 'Nous avons perdu le contact. Dernières nouvelles : {news}',
  'report.callNow': 'Appelez maintenant. N’attendez pas.',
  'report.delivered': 'La salle de contrôle a votre alarme.',
  'report.held': 'Votre alarme est envoyée dans quelques secondes.',
  'report.withdrawn': 'Annulé. Personne ne viendra.',
  'report.practised': 'C’était un exercice. Rien n’a été envoyé. Personne ne viendra.',
  'report.expired':
    'Votre alarme n’est pas arrivée à la salle de contrôle. Nous avons cessé d’essayer. Appelez maintenant.',
  'report.expiredText': 'Personne ne viendra. Appuyez encore si vous avez toujours besoin d’aide.',
  'report.rejected': 'Votre alarme n’a pas été acceptée. Personne ne viendra. Appelez maintenant.',
  'report.refused': 'Votre alarme n’a pas été envoyée. Personne ne viendra. Appelez maintenant.',
  'report.afterSafe':
    'Nous avons votre alarme. Vous avez dit avant que vous étiez en sécurité, donc cette page ne montre pas ce qui se passe maintenant.',
  'report.cancelledAsking':
    'Annulé ici. Nous demandons si la salle de contrôle l’a reçue. En attendant, les secours peuvent encore venir.',
  'report.cancelled': 'Annulé. Nous ne l’envoyons plus.',
  'report.notYet': 'Pas encore envoyée.',
  'report.noLocation': 'Nous ne savons pas où vous êtes.',
  'report.asking': 'Nous avons cessé de l’envoyer. Nous demandons si la salle de contrôle l’a reçue.',
  'report.stopped': 'Nous avons cessé de l’envoyer.',
  'report.testOpen':
    'Une alarme d’essai est encore ouverte. Elle ne compte pas. Nous y mettons fin et continuons d’essayer.',
  'report.trying': 'Nous continuons d’essayer.',
  'report.sendAgain': 'Envoyer encore',
  'report.cancelAgain': 'Réessayer d’annuler',
  'report.safe': 'Je suis en sécurité',
  'report.back': 'Retour au bouton',
  'rejected.no_subscription':
    'AURA dit que vous n’avez pas d’abonnement actif. Sans lui, les secours ne viennent pas. Appelez maintenant. Demandez ensuite que votre abonnement soit renouvelé.',
  'rejected.other':
    'AURA n’a pas accepté cette alarme. Appelez maintenant. Les opérateurs de Vigil peuvent le voir.',
  'report.seeHelp': 'Voir où sont les secours',
  'withdraw.button': 'Annuler cette alarme',
  'withdraw.title': 'Annuler cette alarme ?',
  'withdraw.text':
    'Nous cessons de l’envoyer. Si la salle de contrôle l’a déjà, nous l’annulons là-bas. Les secours peuvent encore venir.',
  'withdraw.plain':
    'Si vous annulez, nous cessons de l’envoyer. Si la salle de contrôle l’a déjà, nous l’annulons là-bas. Les secours peuvent encore venir.',
  'withdraw.yes': 'Oui, l’annuler',
  'withdraw.no': 'Non, j’ai besoin d’aide',
  'text.button': 'Demander de l’aide par SMS',
  'text.how': 'Pas de données ? Ceci ouvre un SMS. Envoyez-le tel quel. Vous ne serez pas signalé deux fois.',
  'contact.button': 'Écrire à votre contact',
  'contact.text':
    'J’ai besoin d’aide. J’ai appuyé sur mon bouton d’alarme.{where} Appelez-moi, et appelez les secours si je ne réponds pas.',
  'contact.near': 'Je suis près de {place}.',
  'contact.nearAbout': 'Je suis près de {place}, à environ {metres} m près.',
  'follow.name': 'Des secours pour vous',
  'follow.update': 'Dernière mise à jour',
  'follow.here':
    'Votre navigateur bloque les cookies, donc vous voyez sur cette page ce qui se passe. Gardez cette page ouverte.',
  'follow.refused': 'Cette page n’est pas mise à jour maintenant.',
  'follow.refusedText':
    'La salle de contrôle a votre alarme. Pour voir ce qui se passe, autorisez les cookies et connectez-vous.',
  'follow.lost': 'Nous avons perdu le contact.',
  'follow.lostText': 'Vous voyez les dernières nouvelles que nous avons. Nous continuons d’essayer.',
  'practice.title': 'Exercice',
  'practice.lead': 'Essayez le bouton aussi souvent que vous voulez. Rien n’est envoyé. Personne ne viendra.',
  'practice.notReal': 'Ce n’est pas votre vrai bouton.',
  'practice.real': 'Aller au vrai',
  'practice.withoutScripts':
    'Les scripts sont désactivés dans ce navigateur, vous ne pouvez donc pas vous exercer. Votre vrai bouton marche.',
} satisfies TextsOf<'panic'>;
