import 'server-only';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';

/** Far more than anybody reads. */
const MAX_CHARACTERS = 100_000;

type OwnText = { language: string; paragraphs: string[] };

/**
 * A page in the deployment's own words, in the reader's language where there is a file of it; null: ours. Read each time,
 * so that a new text needs no restart.
 */
export async function ownText(page: 'help' | 'privacy' | 'terms', language: string): Promise<OwnText | null> {
  const folder = env.TEXTS_FOLDER;
  if (folder === undefined) return null;
  const translated = await paragraphsOf(join(folder, `${page}.${language}.txt`));
  if (translated) return { language, paragraphs: translated };
  const paragraphs = await paragraphsOf(join(folder, `${page}.txt`));
  return paragraphs && { language: 'en', paragraphs };
}

/** Parts between empty lines; null without any. */
async function paragraphsOf(file: string): Promise<string[] | null> {
  try {
    const text = (await readFile(file, 'utf8')).slice(0, MAX_CHARACTERS);
    const paragraphs = text
      .split(/\r?\n[ \t]*(?:\r?\n)+/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter(Boolean);
    return paragraphs.length > 0 ? paragraphs : null;
  } catch (error) {
    if (!isAbsent(error))
      log.error({ error: describeError(error) }, 'a text of the deployment is not readable');
    return null;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
