import { z } from 'zod';
import { zoneField } from '#lib/platform/zone.ts';

const DAY = 'Choose a day';
const MAX_LENGTH = 200;

/** Field of a filter form; empty means no filter. */
const optionalText = z
  .string()
  .max(MAX_LENGTH, 'This is too long')
  .transform((text) => text.trim())
  .optional()
  .transform((text) => text || undefined);
const optionalDay = z
  .union([z.literal(''), z.iso.date(DAY)], DAY)
  .optional()
  .transform((text) => text || undefined);

const filterShape = {
  actor: optionalText,
  subject: optionalText,
  action: optionalText,
  /** Days of the zone, both inclusive. */
  from: optionalDay,
  to: optionalDay,
  zone: zoneField,
};

export const auditFilter = z.object(filterShape);
export type AuditFilter = z.output<typeof auditFilter>;

/** A page of the audit; `after` is the cursor. */
export const auditPageInput = z.object({
  ...filterShape,
  after: z
    .string()
    .regex(/^\d{1,15}_\d{1,18}$/, 'This is no page')
    .optional(),
});

export type AuditRow = {
  entryId: string;
  at: string;
  actor: { role: string; id: string | null; name: string | null; address: string | null };
  action: string;
  subject: { id: string; name: string | null } | null;
  detail: string | null;
};

export type AuditPage = {
  asOf: string;
  entries: AuditRow[];
  /** Cursor of the next, older page. */
  next: string | null;
  /** For the filter form. */
  actions: string[];
  operators: { operatorId: string; name: string }[];
};
