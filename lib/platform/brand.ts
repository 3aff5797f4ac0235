import 'server-only';
import { named } from '#lib/languages/brand-name.ts';
import { brandStyle } from '#lib/platform/brand-colours.ts';
import { env } from '#lib/platform/env.ts';
import { type Logo, logoIn } from '#lib/platform/logo-file.ts';

/** A text message of ours with the deployment's name in it; also in the worker. */
export function inBrandName(text: string): string {
  return named(text, env.BRAND_NAME);
}

export function brandStyles(): string {
  return brandStyle({ light: env.BRAND_COLOUR, dark: env.BRAND_ACCENT });
}

/** The deployment's own logo; undefined where it has none. */
export function brandLogo(): Logo | undefined {
  if (!env.BRAND_LOGO) return undefined;
  const read = logoIn(env.BRAND_LOGO);
  // Checked at start; a file that was broken since is not sent.
  return 'logo' in read ? read.logo : undefined;
}
