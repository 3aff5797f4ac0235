import { fillIn } from '#components/baseline/fill-in.ts';

// Next runs this before any other script of a page.
fillIn();
