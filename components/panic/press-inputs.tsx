/** What a press by a plain form says; made anew each time the page is. */
export type PressFormFields = { pressId: string; pressedAt: string; pressToken: string };

/** Filled in by the inline script; left empty, the press has no location of its own and does not say when it was sent. */
const NO_LOCATION = { latitude: '', longitude: '', accuracy: '', fixedAt: '', source: '', sentAt: '' };

export const PRESS_FORM_LOOK = 'grid w-full grid-cols-1 justify-items-center gap-1 sm:gap-4';

/** The inputs of a form that posts a press. */
export function PressInputs({ fields }: { fields: PressFormFields }) {
  return Object.entries({ ...fields, kind: 'real', ...NO_LOCATION }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
