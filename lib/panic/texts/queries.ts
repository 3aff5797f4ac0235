import { POST_TIMEOUT_MS } from '#lib/panic/queries.ts';
import { postJson } from '#lib/platform/browser-fetch.ts';
import { readTextCodes, type TextCodes } from './answers.ts';

/** One-use codes for these presses, each of which may go as a text message. */
export async function postTextCodes(pressIds: readonly string[], pressToken: string): Promise<TextCodes> {
  const response = await postJson(
    '/api/panic/codes',
    { pressIds },
    { bearer: pressToken, signal: AbortSignal.timeout(POST_TIMEOUT_MS) },
  );
  return readTextCodes(await response.json());
}
