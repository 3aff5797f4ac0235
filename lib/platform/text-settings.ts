import { existsSync } from 'node:fs';
import { z } from 'zod';

/** What a deployment says to its people in its own words. */
export const textSettings = {
  TEXTS_FOLDER: z
    .string()
    .refine(existsSync, 'must be a folder that is there')
    .optional()
    .describe(
      'Folder with help.txt, privacy.txt and terms.txt, plain paragraphs in place of ours; in a language as terms.zu.txt. A file that is missing: ours',
    ),
  TERMS_VERSION: z
    .string()
    .regex(/^[\w.-]{1,40}$/, 'must be letters, digits, dots and dashes, at most 40')
    .default('1')
    .describe('Version of the terms, which is kept with who accepts them; another one asks everybody again'),
};
