import { CircleCheck } from 'lucide-react';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type ShownOnceLinkProps = {
  label: string;
  name: string;
  link: string;
  /** What the button says. */
  copies?: string;
  children: string;
};

/** A bearer link or secret that was just made, with what to do with it. */
export function ShownOnceLink({ label, name, link, copies = 'Copy link', children }: ShownOnceLinkProps) {
  return (
    <div className="grid gap-3">
      <StatusLine tone="good" icon={<CircleCheck />}>
        {children}
      </StatusLine>
      <TextField
        label={label}
        name={name}
        readOnly
        required
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <span>
        <CopyButton text={link} label={copies} tone="secondary" />
      </span>
    </div>
  );
}
