'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Freshness } from '#components/callout/freshness.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Field } from '#components/ui/field.tsx';
import { Moment } from '#components/ui/moment.tsx';
import { notesQuery, postNote } from '#lib/console/notes/queries.ts';
import { MAX_NOTE_LENGTH, type Notes } from '#lib/console/notes/schema.ts';
import { errorEntry } from '#lib/errors/errors.ts';

type NoteCardProps = { calloutId: number; initial: Notes };

/** Operators' internal notes, refreshed live. */
export function NoteCard({ calloutId, initial }: NoteCardProps) {
  const { data, error } = useQuery(notesQuery(calloutId, initial, useLive()));
  return (
    <Card title="Notes">
      <p className="text-ink-soft">For operators only: neither AURA nor the person sees them.</p>
      <Freshness problem={error} signInHref="/admin/sign-in" servedAt={data.servedAt} />
      {data.notes.length === 0 ? <p>Nobody has written one yet.</p> : null}
      <ol aria-label="Notes, oldest first" className="grid gap-3">
        {data.notes.map(({ id, by, text, writtenAt }) => (
          <li key={id} className="grid gap-1 rounded-md border border-line p-3 break-inside-avoid">
            <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-soft">
              <span className="font-semibold">{by}</span>
              <Moment at={writtenAt} now={data.servedAt} />
            </p>
            <p className="break-words whitespace-pre-wrap" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
      {data.mayWrite ? <NoteForm calloutId={calloutId} /> : null}
    </Card>
  );
}

/** The idempotency key stays the same until the note is stored, so that retries write it once. */
function NoteForm({ calloutId }: { calloutId: number }) {
  const client = useQueryClient();
  const [note, setNote] = useState({ id: '', text: '' });
  const { mutate, data, isPending, isError, reset } = useMutation({
    mutationFn: (sent: typeof note) => postNote(calloutId, sent),
    onSuccess: async (refusal) => {
      if (refusal) return;
      await client.invalidateQueries({ queryKey: ['notes', calloutId] });
      await client.invalidateQueries({ queryKey: ['callout-status', calloutId] });
      setNote({ id: '', text: '' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const sent = { ...note, id: note.id || crypto.randomUUID() };
    setNote(sent);
    mutate(sent);
  };
  const write = (text: string) => {
    // Changed text gets a new key, even if the earlier text was stored.
    setNote({ id: '', text });
    if (data || isError) reset();
  };
  const problem = isError
    ? 'Vigil did not answer, so it is not known whether the note was kept. Save it again: it is kept once.'
    : data && (data.fields?.text ?? errorEntry(data.code).title);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label="Note" name="note" error={problem || undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={MAX_NOTE_LENGTH}
            readOnly={isPending}
            value={note.text}
            onChange={(event) => write(event.target.value)}
            className="control resize-y"
          />
        )}
      </Field>
      <div>
        <Button type="submit" tone="secondary" isBusy={isPending}>
          Save note
        </Button>
      </div>
    </form>
  );
}
