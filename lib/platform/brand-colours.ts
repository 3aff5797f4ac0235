import { contrastOf, mixed, TEXT_CONTRAST } from '#lib/platform/contrast.ts';

// The colours of a brand, on light and on dark screens: of buttons, with text on them, and of links and other marks on what
// is behind them. The red of the panic button and of severities is nobody's to choose (ISO 22324).

type Scheme = {
  /** Text on the colour: --accent-ink of app/globals.css. */
  ink: string;
  /** What stands behind the colour: --canvas, --surface, --sunken. */
  behind: readonly string[];
  /** What --accent-strong is mixed with. */
  towards: string;
};

export const SCHEMES = {
  light: { ink: '#ffffff', behind: ['#f5f7f7', '#ffffff', '#ebf0f0'], towards: '#000000' },
  dark: { ink: '#04262c', behind: ['#0b1316', '#131e22', '#1b292e'], towards: '#ffffff' },
} as const satisfies Record<string, Scheme>;

type SchemeName = keyof typeof SCHEMES;
const STRONG_SHARE = 0.7;
const WASH_SHARE = 0.12;

/** What `--accent` and its kin are with this colour. */
export function accentsOf(colour: string, name: SchemeName) {
  const { ink, behind, towards } = SCHEMES[name];
  return {
    accent: colour,
    'accent-strong': mixed(colour, towards, STRONG_SHARE),
    'accent-ink': ink,
    'accent-wash': mixed(colour, behind[1], WASH_SHARE),
  };
}

/** Why nobody could read it; undefined where they can. */
export function unreadable(colour: string, name: SchemeName): string | undefined {
  const { ink, behind } = SCHEMES[name];
  const accents = accentsOf(colour, name);
  const pairs: [string, number][] = [
    [`text in ${ink} on it`, contrastOf(ink, colour)],
    ...behind.map((back): [string, number] => [`it as text on ${back}`, contrastOf(colour, back)]),
    [
      `its strong form on its wash (${accents['accent-wash']})`,
      contrastOf(accents['accent-strong'], accents['accent-wash']),
    ],
  ];
  const [worst, ratio] = pairs.reduce((least, each) => (each[1] < least[1] ? each : least));
  if (ratio >= TEXT_CONTRAST) return undefined;
  // Rounded down, so that what is refused does not read as enough.
  const shown = Math.floor(ratio * 100) / 100;
  return `cannot be read on ${name} screens: ${worst} has a contrast of ${shown} to 1, and ${TEXT_CONTRAST} is needed`;
}

/**
 * As specific as the style sheet's own `:root` once its layers are written out for older browsers (scripts/older-styles.mjs),
 * and no more: a silent page's colours come before a brand's.
 */
const ROOT = `:root${':not(#\\#)'.repeat(5)}`;

/** Rules for the page's root; empty where no colour is set. */
export function brandStyle({
  light,
  dark,
}: {
  light?: string | undefined;
  dark?: string | undefined;
}): string {
  const root = (colour: string, name: SchemeName) =>
    `${ROOT}{${Object.entries(accentsOf(colour, name))
      .map(([property, value]) => `--${property}:${value}`)
      .join(';')}}`;
  return [
    light ? `@media (prefers-color-scheme:light){${root(light, 'light')}}` : '',
    dark ? `@media (prefers-color-scheme:dark){${root(dark, 'dark')}}` : '',
  ].join('');
}
