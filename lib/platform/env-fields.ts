import { z } from 'zod';
import { BadDatabaseUrl, readDatabaseUrl } from '#lib/platform/database-url.ts';

// Kinds of values of environment variables.

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export const httpUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'must be an http(s) URL')
  .transform((text) => text.replace(/\/+$/, ''));

const NOT_SECURE = 'must be https unless the host is loopback';

function isSecure(text: string): boolean {
  const url = new URL(text);
  return url.protocol === 'https:' || LOOPBACK.has(url.hostname);
}

export const secureUrl = httpUrl.refine(isSecure, NOT_SECURE);

/** The same as it was written, with a slash at its end: for what is compared letter by letter. */
export const exactSecureUrl = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    message: 'must be an http(s) URL',
    abort: true,
  })
  .refine(isSecure, NOT_SECURE);

export const port = z.coerce.number('must be a port number').int().min(1).max(65_535);
export const positiveId = z.coerce.number('must be a number').int().positive();
export const upTo = (max: number) => z.coerce.number('must be a number').min(1).max(max);

export const commaList = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item).min(1, 'must name at least one'));

export const trackingHost = z
  .string()
  .regex(/^(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i, 'must be host, host:port or *.host, comma-separated')
  .transform((host) => host.toLowerCase());

export const databaseUrl = z.string().superRefine((text, context) => {
  try {
    readDatabaseUrl(text);
  } catch (error) {
    if (!(error instanceof BadDatabaseUrl)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
  }
});
