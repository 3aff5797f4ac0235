// Reads a body into bounded memory, whatever the other side sends.

export const jsonLimitBytes = 1024 * 1024;
export const kmlLimitBytes = 16 * 1024 * 1024;

export class BodyTooLarge extends Error {}

/** The body as text; throws {@link BodyTooLarge} as soon as it is known to exceed the limit. */
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
    // Leaving the loop cancels the stream, so nothing more is received.
    if (size > limitBytes) throw new BodyTooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Lets go of a body nobody will read, so that its connection is free again. */
export async function discardBody(response: Response): Promise<void> {
  // A body that already failed has nothing left to release.
  await response.body?.cancel().catch(() => undefined);
}
