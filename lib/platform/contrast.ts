// Contrast by WCAG 2.2, of colours as #rrggbb.

const CHANNELS = [
  [1, 0.2126],
  [3, 0.7152],
  [5, 0.0722],
] as const;

const channelAt = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);

/** What text needs against what is behind it. */
export const TEXT_CONTRAST = 4.5;

export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** So much of one colour in another: 0 is none of it, 1 nothing else. */
export function mixed(colour: string, into: string, share: number): string {
  const parts = CHANNELS.map(([at]) =>
    Math.round(channelAt(colour, at) * share + channelAt(into, at) * (1 - share)),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminanceOf(colour: string): number {
  return CHANNELS.map(([at, weight]) => {
    const part = channelAt(colour, at) / 255;
    return weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  }).reduce((all, each) => all + each, 0);
}
