export { panic } from '../en/panic.ts';
