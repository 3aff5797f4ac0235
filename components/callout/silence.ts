/** Viewed callouts are polled every 5 s, so this much silence is worth a notice. */
const SILENT_MS = 10_000;
/** Others are polled every 20 s, which sets the initial threshold. */
const SILENT_AT_FIRST_MS = 25_000;

/** Whether AURA's last report (`asOf`) is too old for somebody viewing since `lookedFrom`. */
export function isSilent(asOf: string, servedAt: string, lookedFrom: string): boolean {
  const silentMs = Date.parse(servedAt) - Date.parse(asOf);
  const lookedMs = Date.parse(servedAt) - Date.parse(lookedFrom);
  return silentMs > (lookedMs < SILENT_MS ? SILENT_AT_FIRST_MS : SILENT_MS);
}
