import 'server-only';
import { brandStyle } from '#lib/platform/brand-colours.ts';
import { env } from '#lib/platform/env.ts';
import { type Logo, logoIn } from '#lib/platform/logo-file.ts';

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
