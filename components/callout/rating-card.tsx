import { useQueryClient } from '@tanstack/react-query';
import { useActionState, useEffect } from 'react';
import { refusedWords } from '#components/panic/refused-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Field } from '#components/ui/field.tsx';
import { useWords } from '#components/ui/words.tsx';
import { rateCalloutAction } from '#lib/following/outcomes/actions.ts';
import type { Outcome } from '#lib/following/outcomes/answers.ts';
import type { RatingForm } from '#lib/following/outcomes/schema.ts';

type RatingCardProps = { calloutId: number; outcome: Outcome };

/** The person's rating: asked once, shown afterwards. */
export function RatingCard({ calloutId, outcome }: RatingCardProps) {
  const t = useWords();
  const { rating, servedAt, as } = outcome;
  if (rating) {
    return (
      <Card title={t('callout.rating')}>
        <p>
          <strong>{t('callout.ratingOf', { rating: rating.rating })}</strong>,{' '}
          <Age at={rating.ratedAt} now={servedAt} />.
        </p>
        {rating.words ? (
          <p dir="auto" className="break-words whitespace-pre-wrap">{`“${rating.words}”`}</p>
        ) : null}
        <p className="text-sm text-ink-soft">{t(`callout.rate.${rating.state}`)}</p>
      </Card>
    );
  }
  if (as === 'operator') return null;
  return <RatingQuestion calloutId={calloutId} />;
}

const NOTHING: RatingForm = { values: {}, problem: null };

function RatingQuestion({ calloutId }: { calloutId: number }) {
  const t = useWords();
  const [form, submit, isPending] = useActionState(rateCalloutAction, NOTHING);
  const client = useQueryClient();
  useEffect(() => {
    if (form !== NOTHING) void client.invalidateQueries({ queryKey: ['outcome', calloutId] });
  }, [form, client, calloutId]);
  const { values, problem } = form;
  return (
    <Card title={t('callout.rate.how')}>
      <form action={submit} noValidate className="grid gap-4">
        {problem ? (
          <Alert
            title={problem.fields?.rating ? t('callout.rate.choose') : refusedWords(problem.code, t).title}
          />
        ) : null}
        <input type="hidden" name="calloutId" value={calloutId} />
        <fieldset className="grid gap-2">
          <legend className="font-semibold">{t('callout.rate.scale')}</legend>
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
        <Field
          label={t('callout.rate.words')}
          name="words"
          isOptional
          optionalLabel={t('callout.optional')}
          error={problem?.fields?.words && t('callout.rate.long')}
        >
          {(control) => (
            <textarea {...control} rows={3} defaultValue={values.words} className="control resize-y" />
          )}
        </Field>
        <label className="flex min-h-11 items-center gap-2">
          <input type="checkbox" name="mayContact" value="yes" className="size-5" />
          <span>{t('callout.rate.mayContact')}</span>
        </label>
        <div>
          <Button type="submit" tone="secondary" isBusy={isPending}>
            {t('callout.rate.send')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
