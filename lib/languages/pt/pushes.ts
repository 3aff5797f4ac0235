import type { TextsOf } from '../en/messages.ts';

export const pushes: TextsOf<'pushes'> = {
  'pushes.on': 'As mensagens estão ligadas neste aparelho.',
  'pushes.off': 'As mensagens estão desligadas neste aparelho.',
  'pushes.denied': 'O seu navegador não permite mensagens deste site.',
  'pushes.denied.ios':
    'Abra Definições, depois Notificações. Procure aí esta aplicação e permita as notificações. Depois volte aqui.',
  'pushes.denied.android':
    'Toque no sinal ao lado do endereço web, depois em Permissões. Permita as notificações. Depois carregue esta página de novo.',
  'pushes.denied.other':
    'Clique no sinal ao lado do endereço web. Permita as notificações. Depois carregue esta página de novo.',
  'pushes.app': 'Abriu esta página dentro de outra aplicação. As mensagens não funcionam aí.',
  'pushes.app.todo': 'Abra esta página no Chrome, no Safari ou no Firefox.',
  'pushes.install': 'Um iPhone ou iPad mostra só as mensagens de aplicações que estão no ecrã principal.',
  'pushes.install.todo':
    'Toque em Partilhar, depois em “Adicionar ao ecrã principal”. Abra a aplicação a partir daí e volte a esta página.',
  'pushes.unsupported': 'Este navegador não consegue mostrar mensagens com a página fechada.',
  'pushes.unsupported.todo': 'Outro navegador talvez consiga. Vê todas as mensagens na própria página.',
  'pushes.failed': 'Isso não funcionou. Veja a sua internet e tente de novo.',
  'pushes.turnOn': 'Ligar as mensagens',
  'pushes.turnOff': 'Desligar as mensagens',
  'pushes.scripts': 'Ligue o JavaScript no seu navegador para usar isto.',
};
