import { useQueryClient } from '@tanstack/react-query';
import { ActionForm } from '#components/admin/action-form.tsx';
import { Card } from '#components/ui/card.tsx';
import { Moment } from '#components/ui/moment.tsx';
import { setVerdictAction } from '#lib/console/callout-page/actions.ts';
import type { Status } from '#lib/console/callout-page/schema.ts';
import type { Result } from '#lib/errors/result.ts';

type VerdictCardProps = { status: Status; mayMark: boolean };

/** An operator's verdict; reports count it. */
export function VerdictCard({ status, mayMark }: VerdictCardProps) {
  const client = useQueryClient();
  const { verdict, calloutId, servedAt } = status;
  const mark = async (before: Result<null> | null, form: FormData) => {
    const marked = await setVerdictAction(before, form);
    await client.invalidateQueries({ queryKey: ['callout-status', calloutId] });
    return marked;
  };
  const button = (said: string, label: string) => (
    <ActionForm
      action={mark}
      about={{ calloutId: `${calloutId}`, verdict: said }}
      label={label}
      tone="secondary"
    />
  );
  return (
    <Card title="What it turned out to be">
      {verdict ? (
        <p>
          <strong>{verdict.verdict === 'genuine' ? 'Genuine' : 'A false alarm'}</strong>
          <span>{`, by the word of ${verdict.by ?? 'an operator who is no longer here'}`}</span>
          {verdict.at ? (
            <>
              , <Moment at={verdict.at} now={servedAt} />
            </>
          ) : null}
        </p>
      ) : (
        <p>Nobody has said yet whether it was genuine.</p>
      )}
      {mayMark ? (
        <div data-screen-only className="flex flex-wrap gap-3">
          {verdict?.verdict === 'genuine' ? null : button('genuine', 'Mark as genuine')}
          {verdict?.verdict === 'false_alarm' ? null : button('false_alarm', 'Mark as a false alarm')}
          {verdict ? button('none', 'Take the mark back') : null}
        </div>
      ) : null}
    </Card>
  );
}
