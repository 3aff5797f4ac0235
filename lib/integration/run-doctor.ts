import 'server-only';
import { verb } from '#lib/identity/verb.ts';
import { beginDoctor } from '#lib/integration/doctor-session.ts';
import { readingDoctorInput } from '#lib/integration/schema.ts';

/** Looks at everything that can be looked at without changing anything at AURA. Gives the findings as they come. */
export const runDoctor = verb('integration.run_doctor', readingDoctorInput, (actor) =>
  beginDoctor(actor, false),
);
