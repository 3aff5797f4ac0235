import { Circle, Square, Triangle } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { Severity } from '#lib/console/attention/schema.ts';

const MARKS = {
  red: { Icon: Square, look: 'text-danger-ink' },
  yellow: { Icon: Triangle, look: 'text-alert-ink' },
  green: { Icon: Circle, look: 'text-good-ink' },
} satisfies Record<Severity, unknown>;

type SeverityMarkProps = { severity: Severity; children: ReactNode; isQuiet?: boolean };

/** ISO 22324: colour, shape and word. Quiet: someone has it, so the shape is hollow. */
export function SeverityMark({ severity, children, isQuiet = false }: SeverityMarkProps) {
  const { Icon, look } = MARKS[severity];
  return (
    <span className={classNames('inline-flex items-center gap-1.5', look, isQuiet ? '' : 'font-bold')}>
      <Icon
        aria-hidden="true"
        className={classNames('size-[1.15em] shrink-0', isQuiet ? '' : 'fill-current')}
      />
      <span>{children}</span>
    </span>
  );
}
