import { CircleCheck } from 'lucide-react';
import { RecoveryCodeList } from '#components/admin/second-step/recovery-code-list.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';

type FactorAddedProps = {
  /** "The passkey is kept." */
  what: string;
  /** Empty unless it is the first factor. */
  recoveryCodes: readonly string[];
};

/** Shown once, after a factor is activated. */
export function FactorAdded({ what, recoveryCodes }: FactorAddedProps) {
  if (recoveryCodes.length === 0) {
    return (
      <div className="grid gap-5">
        <StatusLine tone="good" icon={<CircleCheck />}>
          {`${what} Your recovery codes stay as they are.`}
        </StatusLine>
        <LinkButton href="/admin/account">Back to your account</LinkButton>
      </div>
    );
  }
  return (
    <div className="grid gap-5">
      <StatusLine tone="good" icon={<CircleCheck />}>
        {`${what} The second step is on. Keep these recovery codes: they are not shown again.`}
      </StatusLine>
      <RecoveryCodeList codes={recoveryCodes} />
      <p>You were signed out everywhere else.</p>
      <LinkButton href="/admin/callouts">I have kept them</LinkButton>
    </div>
  );
}
