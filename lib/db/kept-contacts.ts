import { contactText, trustedContact } from './contact-tables.ts';
import { internal, kept, outboxColumns, personal, sensitive, technical } from './kept-model.ts';

/** Whom a person trusts, and what those were sent. */
export const keptOfContacts = [
  kept(
    trustedContact,
    { whose: { personId: 'personId' }, retention: 'account' },
    {
      id: technical('names the contact'),
      personId: internal('whose it is'),
      nth: technical('the order'),
      name: sensitive('whom the person wants to tell'),
      mobile: sensitive('how the person tells them'),
      isTexted: personal('whether they get a text when the control room has an alarm'),
      savedAt: personal('when the person saved them'),
    },
  ),
  kept(
    contactText,
    { whose: { calloutId: 'calloutId' }, retention: 'alarm' },
    {
      id: internal('names the text; its link is made of it', { withheld: 'secret' }),
      calloutId: internal('about which callout'),
      contactId: internal('to which contact', { withheld: 'secret' }),
      state: internal('whether it was sent'),
      problem: internal('why it was not', { withheld: 'danger' }),
      queuedAt: internal('when it was to be sent'),
      attempts: technical('how often it was tried'),
      ...outboxColumns,
      sentAt: internal('when it was sent'),
      gatewayId: technical('finds the report of its delivery'),
      deliveredAt: internal('when it was delivered'),
      failedAt: internal('when the gateway said that it was not'),
    },
  ),
] as const;
