import type { TextsOf } from '../en/messages.ts';

export const account: TextsOf<'account'> = {
  'terms.title': 'Leia os nossos termos, por favor',
  'terms.changed':
    'Não aceitou os {terms} como são agora. Leia também {privacy}. O seu botão funciona mesmo que não o faça.',
  'terms.link': 'termos',
  'terms.kept': 'o que guardamos sobre si',
  'terms.accept': 'Aceito',
  'mobile.form': 'Mudar o seu número de telemóvel',
  'mobile.new': 'Novo número de telemóvel',
  'mobile.how': 'Enviamos um código por SMS primeiro para o seu número antigo, depois para o novo.',
  'mobile.change': 'Mudar o número de telemóvel',
  'mobile.lost': 'Se já não tem o número antigo, peça a quem lhe deu o Vigil.',
  'mobile.codeOld': 'Primeiro o código do seu número antigo.',
  'mobile.codeNew': 'Agora o código do seu número novo.',
  'mobile.stop': 'Parar',
  'mobile.done':
    'O seu número de telemóvel foi mudado. Inicia sessão com o novo. Os seus últimos quatro algarismos são o seu código de segurança.',
  'device.list': 'Aparelhos',
  'device.isOff': 'Está desativado. Já não pode chamar ajuda.',
  'device.this': 'Este aparelho',
  'device.switchOff': 'Desativar',
  'device.ask': 'Desativar este aparelho?',
  'device.stops': '{name}: o botão nele deixa de funcionar, até voltar a iniciar sessão aí.',
  'device.yes': 'Sim, desativar',
  'others.areOff': 'Desativado nos outros aparelhos. Este aparelho mantém o seu botão.',
  'others.switchOff': 'Desativar o meu botão nos outros aparelhos',
  'others.ask': 'Desativar o seu botão nos outros aparelhos?',
  'others.stops':
    'O botão deixa de funcionar nos seus outros telefones e computadores, até voltar a iniciar sessão neles. Faça isto se perder um aparelho.',
  'data.ready': 'O seu ficheiro está pronto. A ligação funciona durante dez minutos.',
  'data.save': 'Guardar o ficheiro',
  'data.safe': 'Guarde-o bem: diz onde esteve. Apague-o num telefone partilhado.',
  'data.download': 'Descarregar os meus dados',
  'data.downloadText':
    'Recebe um ficheiro com o que o Vigil guarda sobre si. Para isso, enviamos-lhe um código por SMS.',
  'data.delete': 'Apagar a minha conta',
  'data.deleteText':
    'O seu botão deixa de funcionar em todos os seus aparelhos, e a ajuda já não vem quando carrega. O Vigil apaga o que guarda sobre si. Não pode voltar atrás.',
  'data.deleteAtAura':
    'O Vigil diz também à AURA que o apague. A AURA marca-o como apagado; não sabemos o que a AURA guarda. Enquanto um alarme não terminar, não pode apagar a sua conta.',
  'data.deleteNow': 'Quando confirma o código, a sua conta é apagada de imediato.',
  'signOut.button': 'Terminar sessão',
  'signOut.ask': 'Terminar sessão?',
  'signOut.text':
    'Depois disto, o botão neste aparelho não chama ajuda. Para o usar de novo, inicie sessão com um código por SMS.',
  'signOut.yes': 'Sim, terminar sessão',
};
