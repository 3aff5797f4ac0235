import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Spinner } from '#components/ui/spinner.tsx';
import { listAssigneesAction } from '#lib/console/attention/actions.ts';

type AssignDialogProps = {
  onAssign: (operatorId: string) => void;
  isBusy: boolean;
  /** Id of the element that names the row. */
  describedBy?: string | undefined;
};

/** Gives a row to another operator, or takes it from one. */
export function AssignDialog({ onAssign, isBusy, describedBy }: AssignDialogProps) {
  const [isOpen, open] = useState(false);
  const give = (operatorId: string) => {
    open(false);
    onAssign(operatorId);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open}
      title="Assign to"
      description="It rings until it is acknowledged."
      trigger={
        <Button
          tone="quiet"
          className="w-11 shrink-0 px-0!"
          title="Assign"
          aria-label="Assign"
          aria-describedby={describedBy}
          isBusy={isBusy}
          data-assign
        >
          <UserPlus aria-hidden="true" />
        </Button>
      }
    >
      <Assignees onChoose={give} />
    </Dialog>
  );
}

function Assignees({ onChoose }: { onChoose: (operatorId: string) => void }) {
  const { data, isError } = useQuery({
    queryKey: ['assignees'],
    queryFn: () => listAssigneesAction(),
    staleTime: 0,
  });
  if (isError) return <Alert title="Vigil did not answer. Close this and try again." />;
  if (!data) return <Spinner />;
  if (!data.ok) return <RefusalAlert problem={data} />;
  return (
    <div className="grid gap-2">
      {data.value.map(({ operatorId, name, isMe }) => (
        <Button key={operatorId} tone="secondary" onClick={() => onChoose(operatorId)}>
          {isMe ? `${name} (you)` : name}
        </Button>
      ))}
    </div>
  );
}
