import 'server-only';

export {
  countContactTexts,
  eraseContactTexts,
  noteContactReport,
  queueContactTexts,
  queueingOf,
} from './contact-text-store.ts';
export { eraseShareLinks } from './store.ts';
