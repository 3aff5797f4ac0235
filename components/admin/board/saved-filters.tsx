'use client';

import { type FormEvent, useEffect, useState } from 'react';
import {
  MAX_NAME_LENGTH,
  readSaved,
  type SavedFilter,
  savable,
  withSaved,
} from '#components/admin/board/saved-filter-model.ts';
import { Button } from '#components/ui/button.tsx';
import { keepText, readKept } from '#components/ui/kept-text.ts';
import { TextLink } from '#components/ui/text-link.tsx';
import { boardAddress } from '#lib/callouts/model.ts';
import type { BoardQuery } from '#lib/callouts/schema.ts';

const KEY = 'vigil.filters';

/** Filters that this browser keeps under a name; the words of a search are not kept. */
export function SavedFilters({ query }: { query: BoardQuery }) {
  const { saved, keep } = useSaved();
  const filter = savable(query);
  const isSavable = Object.keys(filter).length > 0;
  if (saved.length === 0 && !isSavable) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      {saved.length > 0 ? (
        <ul aria-label="Saved filters" className="flex flex-wrap gap-x-4 gap-y-1">
          {saved.map(({ name, query: of }) => (
            <li key={name} className="flex items-center">
              <TextLink href={`${boardAddress(of)}#callouts`} className="inline-flex min-h-11 items-center">
                {name}
              </TextLink>
              <Button
                tone="quiet"
                className="px-2!"
                aria-label={`Remove the filter ${name}`}
                onClick={() => keep(saved.filter((one) => one.name !== name))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isSavable ? <SaveForm onSave={(name) => keep(withSaved(saved, name, query))} /> : null}
    </div>
  );
}

function SaveForm({ onSave }: { onSave: (name: string) => void }) {
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim());
    setName('');
  };
  return (
    <form onSubmit={save} className="flex flex-wrap items-end gap-2">
      <label className="flex flex-wrap items-center gap-2">
        <span>Save this filter as</span>
        <input
          value={name}
          maxLength={MAX_NAME_LENGTH}
          onChange={(event) => setName(event.target.value)}
          className="control"
        />
      </label>
      <Button type="submit" tone="secondary">
        Save filter
      </Button>
    </form>
  );
}

function useSaved() {
  const [saved, setSaved] = useState<SavedFilter[]>([]);
  useEffect(() => setSaved(readSaved(readKept(KEY))), []);
  const keep = (filters: SavedFilter[]) => {
    setSaved(filters);
    keepText(KEY, JSON.stringify(filters));
  };
  return { saved, keep };
}
