// The image's health check: 0 when the app of this container answers. Whether a press can be recorded is readiness, and
// no reason to end a container that still takes presses for AURA.
import { localOrigin } from '#lib/platform/edge-settings.ts';
import { environmentSchema, withoutEmpty } from '#lib/platform/env-schema.ts';

const TIMEOUT_MS = 3_000;

const settings = environmentSchema.parse(withoutEmpty(process.env));
try {
  const address = `${localOrigin(settings, settings.PORT)}/api/health/live`;
  const { ok } = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
