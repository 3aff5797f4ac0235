import type { TextsOf } from '../en/messages.ts';

export const history: TextsOf<'history'> = {
  'history.title': 'Tahadhari zako',
  'history.lead': 'Lini uliomba msaada, na jinsi ulivyoisha.',
  'history.none': 'Bado hakuna tahadhari.',
  'history.open': 'Ona tahadhari hii',
  'history.older': 'Za zamani',
  'history.newest': 'Za karibuni',
  'history.all': 'Tahadhari zako zilizopita',
  'history.before.raised': 'Tahadhari ilitumwa.',
  'history.before.owned': 'Chumba cha udhibiti kilikuwa kikisaidia.',
  'history.before.dispatched': 'Msaada ulikuwa njiani.',
  'history.before.arrived': 'Msaada ulifika.',
  'history.before.completed': 'Msaada ulifika, kisha ukaondoka.',
  'history.before.cancelled': 'Tahadhari ilighairiwa.',
  'terms.new': 'Masharti yamebadilika. Yasome ukiwa salama.',
  'history.safe': 'Ulisema kwamba uko salama.',
  'history.pressed': 'Ulibonyeza kitufe.',
  'history.not.recorded': 'Tahadhari hii bado haijatumwa.',
  'history.not.rejected': 'AURA haikukubali tahadhari hii.',
  'history.not.expired': 'Tahadhari hii haikuweza kutumwa kwa wakati.',
  'history.not.withdrawn': 'Ulighairi kabla haijatumwa.',
};
