export const jsonLimitBytes = 1024 * 1024;
export const kmlLimitBytes = 16 * 1024 * 1024;

export class BodyTooLarge extends Error {}

/** The body as text, in bounded memory; throws {@link BodyTooLarge} above the limit. */
export async function readBody(response: Response, limitBytes: number): Promise<string> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > limitBytes) {
    await discardBody(response);
    throw new BodyTooLarge();
  }
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > limitBytes) throw new BodyTooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Cancels an unused body to free its connection. */
export async function discardBody(response: Response): Promise<void> {
  // Already failed: nothing to release.
  await response.body?.cancel().catch(() => undefined);
}
