/** Shared by inputs and selects; errors show by colour, weight and icon. */
export const CONTROL_LOOK =
  'w-full min-w-0 min-h-12 rounded-md border border-control bg-surface px-3.5 py-2.5 text-base text-ink ' +
  'placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-alert-line disabled:bg-sunken';
