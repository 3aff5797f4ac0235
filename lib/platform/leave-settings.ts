import { z } from 'zod';

/** Nobody asks why it is open: it loads fast, in every country, and a search for the weather looks like somebody's own. */
const NEUTRAL_SITE = 'https://www.google.com/search?q=weather';

export const leaveSettings = {
  LEAVE_TO_URL: z
    .string()
    .refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'must be an https URL')
    .default(NEUTRAL_SITE)
    .describe('The site that *Leave this page* opens; it should raise no question and load fast'),
};
