'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { StepUpContext } from '#components/admin/step-up/step-up-context.ts';
import { StepUpForm } from '#components/admin/step-up/step-up-form.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Spinner } from '#components/ui/spinner.tsx';
import { readStepUpAction } from '#lib/operators/second-factor/actions.ts';

/** One dialog for all pages of the console. What was asked for waits behind it and goes on by itself. */
export function StepUpProvider({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<{ goOn: () => void } | null>(null);
  const ask = useCallback((goOn: () => void) => setWaiting({ goOn }), []);
  const goOn = () => {
    setWaiting(null);
    waiting?.goOn();
  };
  return (
    <StepUpContext value={ask}>
      {children}
      <Dialog
        isOpen={waiting !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setWaiting(null))}
        title="Please confirm that it is you"
        description="Then Vigil goes on with what you asked for. For ten minutes it does not ask again."
      >
        <Ways onDone={goOn} />
      </Dialog>
    </StepUpContext>
  );
}

function Ways({ onDone }: { onDone: () => void }) {
  const { data, isError } = useQuery({
    queryKey: ['step-up'],
    queryFn: () => readStepUpAction(),
    staleTime: 0,
    gcTime: 0,
  });
  if (isError) return <Alert title="Vigil did not answer. Close this and try again." />;
  if (!data) return <Spinner />;
  if (!data.ok) return <RefusalAlert problem={data} />;
  return <StepUpForm ways={data.value} onDone={onDone} />;
}
