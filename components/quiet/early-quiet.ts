import { startQuiet } from '#components/quiet/quiet.ts';

// Silent mode of a press that begins before React is there. Made into one inline script by scripts/inline-script.mjs
// (early-quiet.inline.ts).

window.addEventListener(
  'click',
  ({ target }) => {
    if (target instanceof Element && target.closest('[data-press="silent"]')) startQuiet();
  },
  { capture: true },
);

const grace = document.querySelector<HTMLElement>('[data-press="grace"]');
// Where the person set every press to be silent, the grace is the first that is seen of one.
if (grace && document.currentScript?.dataset.mode === 'silent') {
  new MutationObserver(() => {
    if (!grace.hidden) startQuiet();
  }).observe(grace, { attributes: true });
}
