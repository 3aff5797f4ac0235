import { useQueryClient } from '@tanstack/react-query';
import { useActionState, useEffect } from 'react';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { CONTROL_LOOK } from '#components/ui/control-look.ts';
import { Field } from '#components/ui/field.tsx';
import { errorEntry } from '#lib/errors/errors.ts';
import { rateCalloutAction } from '#lib/following/outcomes/actions.ts';
import type { Outcome } from '#lib/following/outcomes/answers.ts';
import type { RatingForm } from '#lib/following/outcomes/schema.ts';
import { named } from '#lib/languages/brand-name.ts';

type RatingCardProps = { calloutId: number; outcome: Outcome };

/** The person's rating: asked once, shown afterwards. */
export function RatingCard({ calloutId, outcome }: RatingCardProps) {
  const { rating, servedAt, as } = outcome;
  if (rating) {
    return (
      <Card title="Rating">
        <p>
          <strong>{`${rating.rating} of 5`}</strong>, <Age at={rating.ratedAt} now={servedAt} />.
        </p>
        {rating.words ? <p className="break-words whitespace-pre-wrap">{`“${rating.words}”`}</p> : null}
        <p className="text-sm text-ink-soft">{named(STATES[rating.state])}</p>
      </Card>
    );
  }
  if (as === 'operator') return null;
  return <RatingQuestion calloutId={calloutId} />;
}

const STATES = {
  queued: 'Not sent to AURA yet.',
  sent: 'AURA has it.',
  failed: 'AURA did not accept it. Vigil keeps it.',
  unsure: 'Vigil keeps it. We do not know if AURA has it.',
} as const;

const NOTHING: RatingForm = { values: {}, problem: null };

function RatingQuestion({ calloutId }: { calloutId: number }) {
  const [form, submit, isPending] = useActionState(rateCalloutAction, NOTHING);
  const client = useQueryClient();
  useEffect(() => {
    if (form !== NOTHING) void client.invalidateQueries({ queryKey: ['outcome', calloutId] });
  }, [form, client, calloutId]);
  const { values, problem } = form;
  return (
    <Card title="How was the response?">
      <form action={submit} noValidate className="grid gap-4">
        {problem ? <Alert title={problem.fields?.rating ?? errorEntry(problem.code).title} /> : null}
        <input type="hidden" name="calloutId" value={calloutId} />
        <fieldset className="grid gap-2">
          <legend className="font-semibold">1 = bad, 5 = very good</legend>
          <div className="flex flex-wrap gap-4">
            {['1', '2', '3', '4', '5'].map((mark) => (
              <label key={mark} className="flex min-h-11 items-center gap-2">
                <input
                  type="radio"
                  name="rating"
                  value={mark}
                  required
                  defaultChecked={values.rating === mark}
                  className="size-5"
                />
                <span>{mark}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Field label="In your words" name="words" isOptional error={problem?.fields?.words}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              defaultValue={values.words}
              className={classNames(CONTROL_LOOK, 'resize-y')}
            />
          )}
        </Field>
        <label className="flex min-h-11 items-center gap-2">
          <input type="checkbox" name="mayContact" value="yes" className="size-5" />
          AURA may ask me about it
        </label>
        <div>
          <Button type="submit" tone="secondary" isBusy={isPending}>
            Send rating
          </Button>
        </div>
      </form>
    </Card>
  );
}
