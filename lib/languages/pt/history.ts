import type { TextsOf } from '../en/messages.ts';

export const history: TextsOf<'history'> = {
  'history.title': 'Os seus alarmes',
  'history.lead': 'Quando pediu ajuda, e como terminou.',
  'history.none': 'Ainda não há alarmes.',
  'history.open': 'Ver este alarme',
  'history.older': 'Mais antigos',
  'history.newest': 'Mais recentes',
  'history.all': 'Os seus alarmes anteriores',
  'history.before.raised': 'O alarme foi enviado.',
  'history.before.owned': 'A sala de controlo estava a ajudar.',
  'history.before.dispatched': 'A ajuda vinha a caminho.',
  'history.before.arrived': 'A ajuda chegou.',
  'history.before.completed': 'A ajuda chegou e foi-se embora.',
  'history.before.cancelled': 'O alarme foi cancelado.',
  'terms.new': 'Os termos mudaram. Leia-os quando estiver em segurança.',
  'history.safe': 'Disse que está em segurança.',
  'history.pressed': 'Carregou no botão.',
  'history.not.recorded': 'Este alarme ainda não foi enviado.',
  'history.not.rejected': 'A AURA não aceitou este alarme.',
  'history.not.expired': 'Não foi possível enviar este alarme a tempo.',
  'history.not.withdrawn': 'Cancelou antes de ser enviado.',
};
