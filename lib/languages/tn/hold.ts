export { hold } from '../en/hold.ts';
