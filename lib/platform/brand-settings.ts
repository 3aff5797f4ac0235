import { z } from 'zod';
import { unreadable } from '#lib/platform/brand-colours.ts';
import { logoIn } from '#lib/platform/logo-file.ts';

// The looks and the name of a deployment.

const colour = (scheme: 'light' | 'dark') =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0a4d57')
    .transform((text) => text.toLowerCase())
    .superRefine((text, context) => {
      const problem = unreadable(text, scheme);
      if (problem) context.addIssue({ code: 'custom', message: problem });
    });

export const brandSettings = {
  BRAND_NAME: z
    .string()
    // Part of texts, of text messages and of file formats: nothing that one of them would read as its own.
    .regex(
      /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&’-]{0,29}$/u,
      'must be 1 to 30 letters, digits, spaces, . & ’ or -',
    )
    .default('Vigil')
    .describe('What people know the product as'),
  BRAND_LOGO: z
    .string()
    .superRefine((path, context) => {
      const read = logoIn(path);
      if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem });
    })
    .optional()
    .describe('Absolute path of a square SVG of shapes alone, or PNG; 100 KB at most. Unset: Vigil’s mark'),
  BRAND_COLOUR: colour('light')
    .optional()
    .describe('Colour of buttons and links on light screens, with white text on it. Unset: #0a4d57'),
  BRAND_ACCENT: colour('dark')
    .optional()
    .describe('The same on dark screens, with dark text on it. Unset: #8fd6df'),
  SUPPORT_NUMBER: z
    .string()
    .regex(/^\+?[0-9 ]{2,20}$/, 'must be a phone number')
    .optional()
    .describe('Number for questions that are no emergency, shown under Help. Unset: not shown'),
};
