import type { TextsOf } from '../en/messages.ts';

export const refusals = {
  'refusal.input.invalid': 'Corrigez les réponses marquées',
  'refusal.input.invalid.detail': 'Rien n’a été enregistré. Corrigez et envoyez de nouveau.',
  'refusal.session.required': 'Connectez-vous',
  'refusal.session.required.detail': 'Vous êtes déconnecté. Connectez-vous et réessayez.',
  'refusal.permission.denied': 'Pas permis',
  'refusal.permission.denied.detail': 'Votre compte ne peut pas faire cela. Rien n’a été changé.',
  'refusal.request.cross_site': 'Envoyé depuis un autre site',
  'refusal.request.cross_site.detail':
    'La demande vient d’un autre site, elle a donc été refusée. Rien n’a été changé.',
  'refusal.request.too_large': 'Trop grand',
  'refusal.request.too_large.detail': 'La demande est trop grande. Rien n’a été changé.',
  'refusal.request.unsupported_type': 'Type de contenu inconnu',
  'refusal.request.unsupported_type.detail':
    'Envoyez application/json ou un formulaire. Rien n’a été changé.',
  'refusal.server.error': 'Un problème est survenu',
  'refusal.server.error.detail':
    'C’est notre faute. Réessayez. Si vous avez besoin d’aide maintenant, appelez le 112 ou votre numéro d’urgence.',
  'refusal.server.unavailable': 'Vigil n’est pas prêt',
  'refusal.server.unavailable.detail':
    'Vigil démarre ou a un problème. Réessayez bientôt. Si vous avez besoin d’aide maintenant, appelez.',
  'refusal.press.not_found': 'Nous ne connaissons pas cette alarme',
  'refusal.press.not_found.detail':
    'Elle n’est pas à vous, ou elle n’existe pas. Si vous avez besoin d’aide maintenant, appuyez sur le bouton ou appelez.',
  'refusal.press.token_revoked': 'Ce bouton a été désactivé',
  'refusal.press.token_revoked.detail':
    'Vous vous êtes déconnecté ici, ou l’avez désactivé sur un autre appareil. Personne ne viendra. Connectez-vous de nouveau, ou appelez maintenant.',
  'refusal.press.not_recorded': 'Votre alarme n’a pas été envoyée',
  'refusal.press.not_recorded.detail':
    'Personne ne viendra. Appelez le 112 ou votre numéro d’urgence maintenant.',
  'refusal.press.settled': 'Trop tard pour annuler',
  'refusal.press.settled.detail':
    'Votre alarme est déjà envoyée. Ouvrez-la et touchez « Je suis en sécurité ».',
  'refusal.press.rejected': 'AURA n’a pas accepté cette alarme',
  'refusal.press.rejected.detail':
    'Personne ne viendra. Appelez le 112 ou votre numéro d’urgence maintenant.',
} satisfies TextsOf<'refusals'>;
