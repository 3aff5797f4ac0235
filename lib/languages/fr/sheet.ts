import type { TextsOf } from '../en/messages.ts';

export const sheet = {
  'sheet.title': 'Appeler les secours',
  'sheet.lead': 'Vous pouvez appeler sans internet.',
  'sheet.back': 'Retour à votre bouton',
} satisfies TextsOf<'sheet'>;
