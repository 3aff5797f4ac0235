import 'server-only';
import { verb } from '#lib/identity/verb.ts';
import { beginDoctor } from '#lib/integration/doctor-session.ts';
import { readingDoctorInput } from '#lib/integration/schema.ts';

/** The doctor's read-only run; streams its findings. */
export const runDoctor = verb('integration.run_doctor', readingDoctorInput, (actor) =>
  beginDoctor(actor, false),
);
