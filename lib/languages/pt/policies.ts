import type { TextsOf } from '../en/messages.ts';

export const policies: TextsOf<'policies'> = {
  'privacy.lead': 'O que o Vigil sabe sobre si, e quem o vê.',
  'privacy.keep': 'O que guardamos sobre si',
  'privacy.keep.name':
    'O seu nome, o seu número de telemóvel e a sua subscrição. Se escreveu como se diz o seu nome, guardamos isso também.',
  'privacy.keep.address':
    'A sua morada guardada e os seus contactos de confiança, se os der. Pode retirar tudo no seu perfil. Se o escolher, os seus contactos recebem um SMS com o seu primeiro nome e uma ligação quando a sala de controlo tiver o seu alarme.',
  'privacy.keep.alarms':
    'Os seus alarmes: quando carregou, onde estava, o que aconteceu, as suas mensagens e a sua avaliação.',
  'privacy.keep.help': 'O tipo de ajuda que escolheu por último, e o seu idioma.',
  'privacy.keep.terms': 'Que termos aceitou, e quando.',
  'privacy.keep.devices':
    'Os telefones e computadores onde iniciou sessão: tipo de navegador, quando iniciou sessão e quando o usou pela última vez.',
  'privacy.keep.pushes':
    'Se ligar as mensagens para um aparelho: como se chega ao navegador dele, e em que idioma.',
  'privacy.keep.location':
    'A sua localização enquanto um alarme está aberto. O Vigil não o segue noutras alturas.',
  'privacy.seen': 'Quem o vê',
  'privacy.seen.aura':
    'A AURA e a sua sala de controlo: o seu nome e número, a sua localização, as suas mensagens e a sua avaliação.',
  'privacy.seen.facts':
    'O que escreve em “{title}” no seu perfil: enviamo-lo à AURA e não o guardamos. Os operadores do Vigil podem abri-lo lá.',
  'privacy.seen.operators': 'Os operadores do Vigil. O Vigil regista quem viu os seus dados privados.',
  'privacy.seen.friend':
    'Um amigo com a sua ligação: o que acontece e onde está, até o alarme terminar ou durante um dia.',
  'privacy.seen.sms':
    'O serviço de SMS: o seu número de telemóvel, os códigos que lhe enviamos, e o que lhe dizemos de mudanças na sua conta.',
  'privacy.seen.pushes':
    'O fabricante do seu navegador, se ligar as mensagens para um aparelho: que enviamos algo, e não o que diz.',
  'privacy.seen.nobody': 'Não vendemos o que sabemos sobre si. Não há publicidade.',
  'privacy.long': 'Quanto tempo o guardamos',
  'privacy.long.code': 'Um código por SMS funciona durante dez minutos.',
  'privacy.long.registration':
    'Um registo que não termina: uma hora. Se a AURA não respondeu, até trinta dias.',
  'privacy.long.systems': 'Mensagens entre o sistema da AURA e o nosso: {time}.',
  'privacy.long.path': 'O seu percurso num alarme: {time}.',
  'privacy.long.alarms':
    'Os seus alarmes: {time} depois de terminarem. Depois apagamos deles o seu nome, o lugar e as mensagens.',
  'privacy.long.addresses': 'Os endereços de internet no nosso registo de quem fez o quê: {time}.',
  'privacy.long.device':
    'Um telefone ou computador onde iniciou sessão: 400 dias depois de ter iniciado sessão aí.',
  'privacy.long.account': 'A sua conta: até a apagar. Toque em “{button}” no seu perfil.',
  'privacy.long.aura':
    'Se apagar a sua conta, dizemo-lo à AURA. A AURA marca-o como apagado. Não sabemos o que a AURA guarda.',
  'privacy.long.open': 'Enquanto um alarme não terminar, não pode apagar a sua conta.',
  'privacy.long.see':
    'Toque em “{button}” no seu perfil para ver o que guardamos. Peça a quem lhe deu o Vigil que o corrija.',
  'privacy.phone': 'No seu telefone',
  'privacy.phone.button':
    'O botão fica pronto 400 dias depois de iniciar sessão. Depois inicia sessão de novo.',
  'privacy.phone.alarm':
    'A sua última localização e um alarme ainda não enviado ficam neste telefone, para que nada se perca.',
  'privacy.phone.help':
    'O tipo de ajuda que escolheu, e quando treinou pela última vez, também ficam neste telefone.',
  'privacy.phone.signOut': 'Termine a sessão no seu perfil para retirar tudo isto do telefone.',
  'privacy.years': '{count, plural, one {um ano} other {# anos}}',
  'privacy.days': '{count, plural, one {um dia} other {# dias}}',
  'conditions.lead': 'O que pode esperar do Vigil, e o que não pode.',
  'conditions.version': 'Versão {version}',
  'conditions.does': 'O que o Vigil faz',
  'conditions.does.sends': 'Envia o seu alarme e a sua localização à AURA. A AURA decide quem vem.',
  'conditions.does.tries':
    'Continua a tentar quando a AURA não responde, e diz-lhe que o seu alarme ainda não foi enviado.',
  'conditions.does.shows': 'Mostra-lhe o que a AURA comunica, e quando foi.',
  'conditions.not': 'O que o Vigil não promete',
  'conditions.not.comes':
    'Que a ajuda vem, nem quando. Isso depende da AURA, da sua zona e da sua subscrição.',
  'conditions.not.works': 'Que o botão funciona sem internet, bateria ou localização.',
  'conditions.not.map': 'Que o mapa é exato. O seu telefone pode enganar-se sobre onde está.',
  'conditions.not.police':
    'O Vigil não é a polícia, uma ambulância ou os bombeiros. Em perigo pode sempre ligar 112.',
  'conditions.ask': 'O que lhe pedimos',
  'conditions.ask.press': 'Carregue quando precisa de ajuda. Use Treino para experimentar o botão.',
  'conditions.ask.name': 'Dê o seu nome verdadeiro e um número que atende.',
  'conditions.ask.mistake': 'Se carregou por engano, toque em Cancelar, ou em “Estou em segurança”.',
  'conditions.ask.lost': 'Se perder o seu telefone, desative o botão dele no seu perfil.',
};
