import type { TextsOf } from '../en/messages.ts';

export const declined: TextsOf<'declined'> = {
  'refusal.data.alarm_open': 'Jou alarm is nog nie verby nie',
  'refusal.data.alarm_open.detail':
    'Niks is uitgevee nie, en niks is afgelaai nie. Hulp is dalk op pad. Probeer weer wanneer dit verby is.',
  'refusal.mobile.alarm_open': 'Jou alarm is nog nie verby nie',
  'refusal.mobile.alarm_open.detail':
    'Jou selfoonnommer is nie verander nie. Helpers bel dalk die ou een. Probeer weer wanneer die alarm verby is.',
  'refusal.mobile.taken': 'Iemand is met hierdie nommer geregistreer',
  'refusal.mobile.taken.detail': 'Jou selfoonnommer is nie verander nie. Gebruik ’n ander nommer.',
  'refusal.mobile.taken_at_aura': 'AURA ken reeds hierdie nommer',
  'refusal.mobile.taken_at_aura.detail':
    'Jou selfoonnommer is nie verander nie. Vra die mense wat Vigil vir jou gegee het.',
  'refusal.mobile.refused_at_aura': 'AURA het nie jou nommer verander nie',
  'refusal.mobile.refused_at_aura.detail':
    'Jou ou nommer bly. Vra die mense wat Vigil vir jou gegee het om dit te verander.',
  'refusal.mobile.not_changed': 'AURA antwoord nie',
  'refusal.mobile.not_changed.detail': 'Jou ou nommer bly. Vra vir ’n nuwe kode en probeer weer.',
  'refusal.mobile.change_unsure': 'Ons weet nie wat AURA gedoen het nie',
  'refusal.mobile.change_unsure.detail':
    'Hier bly jou ou nommer. AURA het dalk die nuwe een. Vra vir ’n nuwe kode en probeer weer.',
  'refusal.device.not_found': 'Ons ken nie hierdie toestel nie',
  'refusal.device.not_found.detail': 'Dit is nie joune nie, of dit is van die lys af. Niks is verander nie.',
  'refusal.facts.not_read': 'Ons kan dit nie nou wys nie',
  'refusal.facts.not_read.detail': 'AURA antwoord nie. Probeer oor ’n paar minute weer.',
  'refusal.facts.not_saved': 'Nie gestoor nie',
  'refusal.facts.not_saved.detail':
    'AURA het dit nie geneem nie. Niks is verander nie. Probeer oor ’n paar minute weer.',
  'refusal.facts.save_unsure': 'Ons weet nie of dit gestoor is nie',
  'refusal.facts.save_unsure.detail':
    'AURA het nie betyds geantwoord nie. Maak hierdie bladsy weer oop om te sien wat AURA het.',
  'refusal.terms.changed': 'Die bepalings het verander',
  'refusal.terms.changed.detail': 'Niks is gestoor nie. Lees weer die bepalings, en aanvaar hulle dan.',
  'field.newMobile': 'Tik jou nuwe selfoonnommer in',
  'field.address': 'Tik jou adres in',
  'field.tooLong': 'Dit is te lank: hoogstens {most} karakters',
  'field.degrees': 'Skryf dit in grade, soos -26.10763',
  'field.contact': 'Tik jou kontak se naam in',
  'field.contactLong': 'Jou kontak se naam kan hoogstens 80 karakters hê',
  'field.contactLetters': 'Gebruik net letters in jou kontak se naam, want reaksiespanne sal dit lees',
  'field.contactMobile': 'Tik jou kontak se selfoonnommer in',
  'field.ownMobile': 'Dit is jou eie nommer. Kies iemand anders',
  'field.sameMobile': 'Hierdie nommer is twee keer hier',
  'field.tooOften': 'Jy het jou kontakte te gereeld verander. Probeer weer oor een uur',
  'field.phoneLong': 'Dit is te lank vir ’n nommer',
  'field.phone': 'Dit is nie ’n foonnommer nie. Skryf dit soos 082 123 4567',
  'field.way': 'Kies hoe jy druk',
  'field.hold': 'Kies 0.5 tot 5 sekondes',
  'field.grace': 'Kies 0 tot 30 sekondes',
  'field.mode': 'Kies wat jou foon doen',
};
