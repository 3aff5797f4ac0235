import { watchLeaving } from '#components/leave/watch-leaving.ts';

// Made into one inline script by scripts/inline-script.mjs (early-leave.inline.ts).

watchLeaving();
