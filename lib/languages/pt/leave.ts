import type { TextsOf } from '../en/messages.ts';

export const leave = {
  'leave.name': 'Sair desta página',
  'leave.about':
    'Esconde esta página e abre outro site. O seu alarme continua. Ou carregue três vezes em Shift.',
  'leave.stays': 'Ainda está nesta página.',
  'leave.twoMore': 'Carregue mais duas vezes em Shift para sair desta página.',
  'leave.oneMore': 'Carregue mais uma vez em Shift para sair desta página.',
} satisfies TextsOf<'leave'>;
