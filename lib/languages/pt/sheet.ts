import type { TextsOf } from '../en/messages.ts';

export const sheet = {
  'sheet.title': 'Chamar ajuda',
  'sheet.lead': 'Pode telefonar sem internet.',
  'sheet.back': 'Voltar ao seu botão',
} satisfies TextsOf<'sheet'>;
