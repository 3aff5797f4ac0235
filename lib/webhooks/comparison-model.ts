import { z } from 'zod';
import type { Kind } from '#lib/vocabulary.ts';
import type { Compared } from '#lib/webhooks/schema.ts';

// Compares a delivery with our copy from the last read of AURA. Pure. Only fields that are in the delivery are
// compared: AURA's pages show none of these bodies whole.

export type StoredCallout = { rawStatus: string | null; kind: Kind };
export type StoredCustomer = {
  /** As AURA has them. */
  name: string;
  surname: string;
  mobile: string;
  subscriptionTypeId: number;
  validFrom: Date;
  validTo: Date;
  cancelledAt: Date | null;
};

const text = z.union([z.string(), z.number()]).transform(String).nullable().catch(null);
const textOrNull = z
  .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
  .nullable()
  .catch(null);
const classified = z.object({ calloutClassification: textOrNull }).nullable().catch(null);

const calloutBody = z
  .object({
    callout: z.object({
      status: text,
      calloutClassification: textOrNull,
      incidentInformation: z.tuple([classified], classified).nullable().catch(null),
    }),
  })
  .transform(({ callout: { status, calloutClassification, incidentInformation } }) => ({
    status,
    classification: calloutClassification ?? incidentInformation?.[0]?.calloutClassification ?? null,
  }))
  .catch({ status: null, classification: null });

/** Compares an event about a callout. The stage that it names is not in its body. */
export function compareCallout(body: unknown, kept: StoredCallout): Compared[] {
  const { status, classification } = calloutBody.parse(body);
  return [
    ...compared('Status text', status, kept.rawStatus),
    ...compared('Kind', classification?.toLowerCase() ?? null, kept.kind),
  ];
}

const nothing = { name: null, surname: null, mobile: null };
const person = z.object({ name: text, surname: text, mobile: text }).catch(nothing);
const none = { subscriptionTypeId: null, validFrom: null, validTo: null, CancelledDate: null };
const subscription = z
  .object({ subscriptionTypeId: text, validFrom: text, validTo: text, CancelledDate: text })
  .catch(none);
const customerBody = z
  .object({ customer: person.optional(), subscription: subscription.optional() })
  .catch({});

/** Compares an event about a customer or a subscription. */
export function compareCustomer(body: unknown, kept: StoredCustomer): Compared[] {
  const parsed = customerBody.parse(body);
  const { name, surname, mobile } = parsed.customer ?? nothing;
  const { subscriptionTypeId, validFrom, validTo, CancelledDate } = parsed.subscription ?? none;
  return [
    ...compared('Name', name, kept.name),
    ...compared('Surname', surname, kept.surname),
    ...compared('Mobile', mobile, kept.mobile).map(maskedMobiles),
    ...compared('Subscription type', subscriptionTypeId, String(kept.subscriptionTypeId)),
    ...compared('Valid from', instant(validFrom), kept.validFrom.toISOString()),
    ...compared('Valid to', instant(validTo), kept.validTo.toISOString()),
    ...compared('Cancelled', instant(CancelledDate), kept.cancelledAt?.toISOString() ?? null),
  ];
}

function compared(what: string, event: string | null, kept: string | null): Compared[] {
  return event === null ? [] : [{ what, event: event.slice(0, 200), kept, isSame: event === kept }];
}

function maskedMobiles(one: Compared): Compared {
  return { ...one, event: recognisable(one.event), kept: one.kept && recognisable(one.kept) };
}

/** Operators see full numbers elsewhere; this is enough to tell two apart. */
function recognisable(mobile: string): string {
  return `${mobile.slice(0, 3)} •• ••• ${mobile.slice(-4)}`;
}

/** Normalizes an instant; anything else stays as it is. */
function instant(spelled: string | null): string | null {
  return spelled === null || Number.isNaN(Date.parse(spelled)) ? spelled : new Date(spelled).toISOString();
}
