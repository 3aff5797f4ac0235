import 'server-only';
import { verb } from '#lib/identity/verb.ts';
import { beginDoctor } from '#lib/integration/doctor-session.ts';
import { writingDoctorInput } from '#lib/integration/schema.ts';

/** Runs AURA's quickstart with one TEST callout, for the given customer or a temporary one. */
export const runWritingDoctor = verb(
  'integration.run_writing_doctor',
  writingDoctorInput,
  (actor, { customerId }) => beginDoctor(actor, { customerId: customerId ?? null }),
);
