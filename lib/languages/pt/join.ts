import type { TextsOf } from '../en/messages.ts';

export const join = {
  'join.lead': 'Demora dois minutos. Depois tem um botão para chamar ajuda.',
  'join.accept': 'Ao registar-se aceita os {terms}. Leia também o que guardamos sobre si: {privacy}.',
  'join.terms': 'termos',
  'join.privacy': 'privacidade',
  'join.known': 'Já se registou?',
  'join.reload': 'Recarregar',
  'join.change': 'Mudar os dados',
  'join.name': 'Nome próprio',
  'join.surname': 'Apelido',
  'join.oneName': 'Deixe vazio se tem um só nome.',
  'join.sayName': 'Como se diz o seu nome',
  'join.sayNameHint': 'Em letras de A a Z, como Muhammad. Para quem vem ajudar.',
  'join.mobileHint': 'Enviamos-lhe um código por SMS. As equipas podem ligar para este número.',
  'join.subscription': 'Subscrição',
  'join.subscriptionHint': 'Válida por um ano a partir de hoje.',
  'join.optional': 'Opcional',
  'field.nameMissing': 'Escreva o seu nome',
  'field.nameLong': 'O seu nome pode ter no máximo 80 caracteres',
  'field.nameLetters': 'Use só letras no seu nome, porque as equipas o vão ler',
  'field.surnameMissing': 'Escreva o seu apelido',
  'field.surnameLong': 'O seu apelido pode ter no máximo 80 caracteres',
  'field.surnameLetters': 'Use só letras no seu apelido, porque as equipas o vão ler',
  'field.sayName': 'Escreva como se diz o seu nome em letras de A a Z, como Muhammad',
  'field.sayNameLong': 'No máximo 80 caracteres: só como se diz o nome',
  'field.subscription': 'Escolha uma subscrição',
  'field.registration': 'Comece o registo de novo',
  'refusal.registration.expired': 'Este registo terminou',
  'refusal.registration.expired.detail': 'Esperou demasiado tempo. Nada foi guardado. Comece de novo.',
  'refusal.registration.mobile_known': 'A AURA já conhece este número',
  'refusal.registration.mobile_known.detail':
    'Este número de telemóvel já tem uma conta AURA, de outra aplicação. Não podemos criar uma segunda. Use outro número, ou peça ao apoio da AURA que liberte este.',
  'refusal.registration.aura_unavailable': 'A AURA não responde',
  'refusal.registration.aura_unavailable.detail':
    'O seu número está certo, mas a AURA não conseguiu criar a sua conta. Ainda não está protegido. Tente de novo. Não precisa de um novo código.',
  'refusal.registration.completed': 'A sua conta está pronta',
  'refusal.registration.completed.detail':
    'Inicie sessão com o seu número de telemóvel. Enviamos-lhe um novo código por SMS.',
  'refusal.registration.answer_lost': 'Não sabemos o que a AURA fez',
  'refusal.registration.answer_lost.detail':
    'Perdemos o contacto com a AURA enquanto criava a sua conta. Ainda não está protegido pelo Vigil. Tente de novo dentro de um minuto. Se vir isto outra vez, peça ao apoio da AURA que liberte o seu número. Depois registe-se de novo.',
  'refusal.registration.aura_rejected': 'A AURA não aceitou estes dados',
  'refusal.registration.aura_rejected.detail':
    'Nenhuma conta foi criada. Verifique o nome, o número e a subscrição, e comece de novo.',
  'refusal.registration.name_letters': 'A AURA não aceitou estes dados',
  'refusal.registration.name_letters.detail':
    'Nenhuma conta foi criada. Podem ser as letras do seu nome. Escreva como se diz em letras de A a Z, e tente de novo.',
  'refusal.registration.in_progress': 'Espere, por favor',
  'refusal.registration.in_progress.detail':
    'A sua conta está a ser criada. Tente de novo dentro de segundos.',
  'refusal.subscription.types_unavailable': 'A AURA não responde',
  'refusal.subscription.types_unavailable.detail':
    'Não conseguimos carregar as subscrições da AURA. Recarregue esta página em breve.',
} satisfies TextsOf<'join'>;
