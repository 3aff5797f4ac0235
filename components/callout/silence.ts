/** What somebody looks at is asked about every five seconds; this much silence is worth saying, whoever is to blame. */
const SILENT_MS = 10_000;
/** What nobody looked at is asked about every twenty, so as much may have passed when somebody begins to. */
const SILENT_AT_FIRST_MS = 25_000;

/** Whether AURA, which last told something at `asOf`, has been silent for too long to whoever looks since `lookedFrom`. */
export function isSilent(asOf: string, servedAt: string, lookedFrom: string): boolean {
  const silentMs = Date.parse(servedAt) - Date.parse(asOf);
  const lookedMs = Date.parse(servedAt) - Date.parse(lookedFrom);
  return silentMs > (lookedMs < SILENT_MS ? SILENT_AT_FIRST_MS : SILENT_MS);
}
