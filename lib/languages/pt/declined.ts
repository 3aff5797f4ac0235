import type { TextsOf } from '../en/messages.ts';

export const declined: TextsOf<'declined'> = {
  'refusal.data.alarm_open': 'O seu alarme não terminou',
  'refusal.data.alarm_open.detail':
    'Nada foi apagado, e nada foi descarregado. A ajuda pode vir a caminho. Tente de novo quando terminar.',
  'refusal.mobile.alarm_open': 'O seu alarme não terminou',
  'refusal.mobile.alarm_open.detail':
    'O seu número de telemóvel não foi mudado. Quem vem ajudar pode ligar para o antigo. Tente de novo quando o alarme terminar.',
  'refusal.mobile.taken': 'Alguém está registado com este número',
  'refusal.mobile.taken.detail': 'O seu número de telemóvel não foi mudado. Use outro número.',
  'refusal.mobile.taken_at_aura': 'A AURA já conhece este número',
  'refusal.mobile.taken_at_aura.detail':
    'O seu número de telemóvel não foi mudado. Peça a quem lhe deu o Vigil.',
  'refusal.mobile.refused_at_aura': 'A AURA não mudou o seu número',
  'refusal.mobile.refused_at_aura.detail':
    'O seu número antigo fica. Peça a quem lhe deu o Vigil que o mude.',
  'refusal.mobile.not_changed': 'A AURA não responde',
  'refusal.mobile.not_changed.detail': 'O seu número antigo fica. Peça um novo código e tente de novo.',
  'refusal.mobile.change_unsure': 'Não sabemos o que a AURA fez',
  'refusal.mobile.change_unsure.detail':
    'Aqui o seu número antigo fica. A AURA pode ter o novo. Peça um novo código e tente de novo.',
  'refusal.device.not_found': 'Não conhecemos este aparelho',
  'refusal.device.not_found.detail': 'Não é seu, ou já não está na lista. Nada foi mudado.',
  'refusal.facts.not_read': 'Não podemos mostrar isto agora',
  'refusal.facts.not_read.detail': 'A AURA não responde. Tente de novo daqui a alguns minutos.',
  'refusal.facts.not_saved': 'Não foi guardado',
  'refusal.facts.not_saved.detail':
    'A AURA não o aceitou. Nada foi mudado. Tente de novo daqui a alguns minutos.',
  'refusal.facts.save_unsure': 'Não sabemos se isto foi guardado',
  'refusal.facts.save_unsure.detail':
    'A AURA não respondeu a tempo. Abra esta página de novo para ver o que a AURA tem.',
  'refusal.terms.changed': 'Os termos mudaram',
  'refusal.terms.changed.detail': 'Nada foi guardado. Leia os termos de novo, depois aceite-os.',
  'field.newMobile': 'Escreva o seu novo número de telemóvel',
  'field.address': 'Escreva a sua morada',
  'field.tooLong': 'Isto é longo demais: no máximo {most} caracteres',
  'field.degrees': 'Escreva em graus, como -26.10763',
  'field.contact': 'Escreva o nome do seu contacto',
  'field.contactLong': 'O nome do seu contacto pode ter no máximo 80 caracteres',
  'field.contactLetters': 'Use só letras no nome do seu contacto, porque as equipas o vão ler',
  'field.contactMobile': 'Escreva o número de telemóvel do seu contacto',
  'field.ownMobile': 'Este é o seu próprio número. Escolha outra pessoa',
  'field.sameMobile': 'Este número está aqui duas vezes',
  'field.tooOften': 'Mudou os seus contactos demasiadas vezes. Tente de novo dentro de uma hora',
  'field.phoneLong': 'Isto é longo demais para um número',
  'field.phone': 'Isto não é um número de telefone. Escreva-o como 082 123 4567',
  'field.way': 'Escolha como carrega',
  'field.hold': 'Escolha de 0,5 a 5 segundos',
  'field.grace': 'Escolha de 0 a 30 segundos',
  'field.mode': 'Escolha o que o seu telefone faz',
};
