import { type FormEvent, startTransition, useActionState, useEffect, useEffectEvent, useRef } from 'react';
import { useStepUp } from '#components/admin/step-up/step-up-context.ts';
import type { Refusal } from '#lib/errors/result.ts';

/**
 * `useActionState` for forms that may need a step-up: a dialog asks, and then the same form is sent again, so that nothing is
 * typed twice. `keep` belongs to the form's `onSubmit`. Without scripts the refusal shows, with a link.
 */
export function useSteppedAction<State>(
  action: (shown: Awaited<State>, data: FormData) => State | Promise<State>,
  initial: Awaited<State>,
  problemOf: (state: Awaited<State>) => Refusal | null,
) {
  const [state, submit, isPending] = useActionState(action, initial);
  const ask = useStepUp();
  const sent = useRef<FormData | null>(null);
  const keep = (event: FormEvent<HTMLFormElement>) => {
    sent.current = new FormData(event.currentTarget);
  };
  const look = useEffectEvent((shown: Awaited<State>) => {
    const data = sent.current;
    if (!ask || !data || problemOf(shown)?.code !== 'step_up.required') return;
    ask(() => startTransition(() => submit(data)));
  });
  useEffect(() => look(state), [state]);
  return { state, submit, isPending, keep };
}
