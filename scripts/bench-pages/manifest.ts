import { z } from 'zod';

// Whether a browser would offer to put the app on a home screen, as far as its manifest decides: Lighthouse no longer says.

const SIZES = [192, 512] as const;
/** What Chrome takes for an icon. */
const ICON_TYPE = /^image\/(png|svg\+xml|webp)$/;
const DISPLAYS: readonly string[] = ['standalone', 'fullscreen', 'minimal-ui'];

const manifestSchema = z.object({
  name: z.string().default(''),
  start_url: z.string().optional(),
  scope: z.string().default('/'),
  display: z.string().optional(),
  icons: z
    .array(
      z.object({
        src: z.string(),
        sizes: z.string().default(''),
        type: z.string().default(''),
        purpose: z.string().default('any'),
      }),
    )
    .default([]),
});
type Manifest = z.infer<typeof manifestSchema>;

/** What the manifest lacks; empty when the app can be installed. */
export function lacksOf(given: unknown): string[] {
  const read = manifestSchema.safeParse(given);
  if (!read.success) return ['a manifest that can be read'];
  const { name, start_url: start, scope, display = 'browser' } = read.data;
  const checks: readonly [string, boolean][] = [
    ['name', name.trim() !== ''],
    ['start_url within its scope', start?.startsWith(scope) === true],
    ['display', DISPLAYS.includes(display)],
    ...SIZES.map((size): [string, boolean] => [`icon of ${size}`, iconsOf(read.data, size).length > 0]),
  ];
  return checks.filter(([, isThere]) => !isThere).map(([what]) => what);
}

/** Of vectors, `any` is every size. */
function iconsOf({ icons }: Manifest, size: number): Manifest['icons'] {
  return icons.filter(
    ({ sizes, type, purpose }) =>
      ICON_TYPE.test(type) &&
      purpose.split(' ').includes('any') &&
      sizes
        .toLowerCase()
        .split(' ')
        .some((each) => each === 'any' || each === `${size}x${size}`),
  );
}

/** Also fetches what the manifest names. */
export async function lacksOfPage(url: string, cookie?: string): Promise<string[]> {
  const page = await fetch(url, cookie === undefined ? {} : { headers: { cookie } });
  const [link = ''] = /<link[^>]*\brel="manifest"[^>]*>/.exec(await page.text()) ?? [];
  const [, href] = /\bhref="([^"]+)"/.exec(link) ?? [];
  if (href === undefined) return ['a link to a manifest'];
  const address = new URL(href, url);
  const answer = await fetch(address);
  if (!answer.ok) return [`a manifest (${answer.status})`];
  const given: unknown = await answer.json();
  const lacking = lacksOf(given);
  for (const { src } of manifestSchema.safeParse(given).data?.icons ?? []) {
    const icon = await fetch(new URL(src, address));
    const type = icon.headers.get('content-type')?.split(';')[0] ?? '';
    if (!icon.ok || !ICON_TYPE.test(type)) lacking.push(`${src} (${icon.status}, ${type})`);
  }
  return lacking;
}
