import { shared } from './en/shared.ts';
import { translator } from './translate.ts';

/** For pages that are English, and where nothing says otherwise: the shared words alone. */
export const english = translator('en', shared);
