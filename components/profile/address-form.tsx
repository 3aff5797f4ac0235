'use client';

import { LocateFixed } from 'lucide-react';
import { useActionState, useRef, useState } from 'react';
import { seekPosition } from '#components/panic/position-seeker.ts';
import { problemWords } from '#components/panic/position-words.ts';
import { FormOutcome } from '#components/profile/form-outcome.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { saveAddressAction } from '#lib/customers/actions.ts';
import type { Profile, ProfileForm } from '#lib/customers/schema.ts';

/** Time to answer the browser's question, and for the receiver to find more than the area. */
const SEEK_HERE_MS = 20_000;

/** Where help goes when the device does not know its position: words for people, degrees for the press. */
export function AddressForm({ saved }: { saved: Profile['address'] }) {
  const [form, submit, isPending] = useActionState(saveAddressAction, {
    values: saved
      ? { address: saved.address, latitude: String(saved.latitude), longitude: String(saved.longitude) }
      : {},
    outcome: 'untouched',
    problem: null,
  } satisfies ProfileForm);
  const element = useRef<HTMLFormElement>(null);
  const { values, problem } = form;
  return (
    <form ref={element} action={submit} noValidate className="grid gap-5">
      <FormOutcome form={form} saved="Your address is saved." removed="Your address is removed." />
      <TextField
        label="Address"
        name="address"
        autoComplete="street-address"
        required
        maxLength={200}
        hint="Street, number, unit, gate: what a responder has to know."
        defaultValue={values.address}
        error={problem?.fields?.address}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Latitude"
          name="latitude"
          required
          inputMode="text"
          maxLength={20}
          hint="Such as -26.10763"
          defaultValue={values.latitude}
          error={problem?.fields?.latitude}
        />
        <TextField
          label="Longitude"
          name="longitude"
          required
          inputMode="text"
          maxLength={20}
          hint="Such as 28.05671"
          defaultValue={values.longitude}
          error={problem?.fields?.longitude}
        />
      </div>
      <PresentPosition form={element} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="intent" value="save" isBusy={isPending}>
          Save address
        </Button>
        {values.address && !problem ? (
          <Button type="submit" name="intent" value="remove" tone="quiet">
            Remove address
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** Fills in the degrees of where the person is now. */
function PresentPosition({ form }: { form: { readonly current: HTMLFormElement | null } }) {
  const [isSeeking, setIsSeeking] = useState(false);
  const [words, setWords] = useState('');
  const seek = async () => {
    setIsSeeking(true);
    const { fix, problem } = await seekPosition({ budgetMs: SEEK_HERE_MS }).settle();
    setIsSeeking(false);
    if (!fix) return setWords(problemWords(problem ?? 'silent'));
    fill(form.current, 'latitude', fix.latitude);
    fill(form.current, 'longitude', fix.longitude);
    setWords(`Filled in, to about ${Math.round(fix.accuracy)} m. Check that you are at this address now.`);
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button tone="secondary" onClick={seek} isBusy={isSeeking}>
        <LocateFixed aria-hidden="true" />
        Use my present position
      </Button>
      <p role="status" className="text-sm text-ink-soft">
        {words}
      </p>
    </div>
  );
}

function fill(form: HTMLFormElement | null, name: string, degrees: number): void {
  const field = form?.elements.namedItem(name);
  // Six decimals are ten centimetres; more would claim what no receiver knows.
  if (field instanceof HTMLInputElement) field.value = degrees.toFixed(6);
}
