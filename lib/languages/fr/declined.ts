import type { TextsOf } from '../en/messages.ts';

export const declined: TextsOf<'declined'> = {
  'refusal.data.alarm_open': 'Votre alarme n’est pas terminée',
  'refusal.data.alarm_open.detail':
    'Rien n’a été supprimé, et rien n’a été téléchargé. Les secours sont peut-être en route. Réessayez quand elle est terminée.',
  'refusal.mobile.alarm_open': 'Votre alarme n’est pas terminée',
  'refusal.mobile.alarm_open.detail':
    'Votre numéro de mobile n’a pas été changé. Les secours peuvent appeler l’ancien. Réessayez quand l’alarme est terminée.',
  'refusal.mobile.taken': 'Quelqu’un est inscrit avec ce numéro',
  'refusal.mobile.taken.detail': 'Votre numéro de mobile n’a pas été changé. Utilisez un autre numéro.',
  'refusal.mobile.taken_at_aura': 'AURA connaît déjà ce numéro',
  'refusal.mobile.taken_at_aura.detail':
    'Votre numéro de mobile n’a pas été changé. Demandez à ceux qui vous ont donné Vigil.',
  'refusal.mobile.refused_at_aura': 'AURA n’a pas changé votre numéro',
  'refusal.mobile.refused_at_aura.detail':
    'Votre ancien numéro reste. Demandez à ceux qui vous ont donné Vigil de le changer.',
  'refusal.mobile.not_changed': 'AURA ne répond pas',
  'refusal.mobile.not_changed.detail': 'Votre ancien numéro reste. Demandez un nouveau code et réessayez.',
  'refusal.mobile.change_unsure': 'Nous ne savons pas ce qu’AURA a fait',
  'refusal.mobile.change_unsure.detail':
    'Ici votre ancien numéro reste. AURA a peut-être le nouveau. Demandez un nouveau code et réessayez.',
  'refusal.device.not_found': 'Nous ne connaissons pas cet appareil',
  'refusal.device.not_found.detail':
    'Il n’est pas à vous, ou il n’est plus dans la liste. Rien n’a été changé.',
  'refusal.facts.not_read': 'Nous ne pouvons pas montrer cela maintenant',
  'refusal.facts.not_read.detail': 'AURA ne répond pas. Réessayez dans quelques minutes.',
  'refusal.facts.not_saved': 'Pas enregistré',
  'refusal.facts.not_saved.detail':
    'AURA ne l’a pas pris. Rien n’a été changé. Réessayez dans quelques minutes.',
  'refusal.facts.save_unsure': 'Nous ne savons pas si cela a été enregistré',
  'refusal.facts.save_unsure.detail':
    'AURA n’a pas répondu à temps. Ouvrez de nouveau cette page pour voir ce qu’AURA a.',
  'refusal.terms.changed': 'Les conditions ont changé',
  'refusal.terms.changed.detail':
    'Rien n’a été enregistré. Lisez de nouveau les conditions, puis acceptez-les.',
  'field.newMobile': 'Écrivez votre nouveau numéro de mobile',
  'field.address': 'Écrivez votre adresse',
  'field.tooLong': 'C’est trop long : {most} caractères au plus',
  'field.degrees': 'Écrivez-le en degrés, par exemple -26.10763',
  'field.contact': 'Écrivez le nom de votre contact',
  'field.contactLong': 'Le nom de votre contact peut avoir 80 caractères au plus',
  'field.contactLetters':
    'Utilisez seulement des lettres dans le nom de votre contact, car les équipes le liront',
  'field.contactMobile': 'Écrivez le numéro de mobile de votre contact',
  'field.ownMobile': 'C’est votre propre numéro. Choisissez quelqu’un d’autre',
  'field.sameMobile': 'Ce numéro est ici deux fois',
  'field.tooOften': 'Vous avez modifié vos contacts trop souvent. Réessayez dans une heure',
  'field.phoneLong': 'C’est trop long pour un numéro',
  'field.phone': 'Ce n’est pas un numéro de téléphone. Écrivez-le comme 082 123 4567',
  'field.way': 'Choisissez comment vous appuyez',
  'field.hold': 'Choisissez de 0,5 à 5 secondes',
  'field.grace': 'Choisissez de 0 à 30 secondes',
  'field.mode': 'Choisissez ce que fait votre téléphone',
};
