import 'server-only';
import { verb } from '#lib/identity/verb.ts';
import { beginDoctor } from '#lib/integration/doctor-session.ts';
import { writingDoctorInput } from '#lib/integration/schema.ts';

/**
 * Goes through AURA's quickstart with one TEST callout and ends it again. For the customer that is named, if nothing
 * of theirs is open; else for one that it registers and deletes. Gives the findings as they come.
 */
export const runWritingDoctor = verb(
  'integration.run_writing_doctor',
  writingDoctorInput,
  (actor, { customerId }) => beginDoctor(actor, { customerId: customerId ?? null }),
);
