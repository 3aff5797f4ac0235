'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { Card } from '#components/ui/card.tsx';
import { Moment } from '#components/ui/moment.tsx';
import { signHandoverAction } from '#lib/console/handover/actions.ts';
import type { Handover, Shift } from '#lib/console/handover/schema.ts';

/** The newest handover, which waits for its signature, and those before. */
export function HandoverNotes({ shift: { handovers, mayWrite, servedAt } }: { shift: Shift }) {
  const [newest, ...earlier] = handovers;
  return (
    <Card title="From the shift before">
      {newest ? (
        <>
          <Note handover={newest} servedAt={servedAt} />
          {newest.signed || newest.isMine || !mayWrite ? null : (
            <ActionForm
              action={signHandoverAction}
              about={{ id: newest.id }}
              label="I have read it: sign"
              tone="primary"
            />
          )}
        </>
      ) : (
        <p>Nobody has written a handover yet.</p>
      )}
      {earlier.length > 0 ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">Earlier handovers</summary>
          <ol aria-label="Earlier handovers, newest first" className="grid gap-3">
            {earlier.map((handover) => (
              <li key={handover.id}>
                <Note handover={handover} servedAt={servedAt} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </Card>
  );
}

function Note({ handover: { by, at, note, signed }, servedAt }: { handover: Handover; servedAt: string }) {
  return (
    <article className="grid gap-1 rounded-md border border-line p-3">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-soft">
        <span className="font-semibold">{by}</span>
        <Moment at={at} now={servedAt} />
      </p>
      <p className="break-words whitespace-pre-wrap" dir="auto">
        {note}
      </p>
      {signed ? (
        <p className="flex flex-wrap gap-x-2 text-good-ink text-sm">
          <span>{`Signed by ${signed.by}`}</span>
          <Moment at={signed.at} now={servedAt} />
        </p>
      ) : (
        <p className="font-semibold text-alert-ink text-sm">Not signed yet</p>
      )}
    </article>
  );
}
