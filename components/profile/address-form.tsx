'use client';

import { LocateFixed } from 'lucide-react';
import { useActionState, useEffect, useRef, useState } from 'react';
import { PinMap } from '#components/map/pin-map.tsx';
import { degreesText, type Place } from '#components/map/pin-model.ts';
import { seekPosition } from '#components/panic/position-seeker.ts';
import { problemWords } from '#components/panic/position-words.ts';
import { FormOutcome } from '#components/profile/form-outcome.tsx';
import { profileFieldWords } from '#components/profile/profile-field-words.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useWords } from '#components/ui/words.tsx';
import { saveAddressAction } from '#lib/customers/registration/actions.ts';
import { type Profile, type ProfileForm, saveAddressInput } from '#lib/customers/registration/schema.ts';

/** Time for the permission prompt and a precise fix. */
const SEEK_HERE_MS = 20_000;

type AddressFormProps = {
  saved: Profile['address'];
  /** The deployment's MapLibre style, if any. */
  mapStyleUrl: string | undefined;
};

/** The fallback address: text for people, coordinates for the press. */
export function AddressForm({ saved, mapStyleUrl }: AddressFormProps) {
  const t = useWords();
  const [form, submit, isPending] = useActionState(saveAddressAction, {
    values: saved
      ? { address: saved.address, latitude: String(saved.latitude), longitude: String(saved.longitude) }
      : {},
    outcome: 'untouched',
    problem: null,
  } satisfies ProfileForm);
  const element = useRef<HTMLFormElement>(null);
  const { values, problem } = form;
  const [pin, setPin] = useState<Place | null>(null);
  const [isMoved, setIsMoved] = useState(false);
  const readPin = () => {
    setPin(placeIn(element.current));
    setIsMoved(false);
  };
  const point = (place: Place) => {
    fill(element.current, place);
    readPin();
    setIsMoved(true);
  };
  // After each answer the fields hold what was answered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields, which React does not see, follow the form
  useEffect(readPin, [form]);
  return (
    <form ref={element} action={submit} onInput={readPin} noValidate className="grid gap-5">
      <FormOutcome form={form} saved={t('address.saved')} removed={t('address.removed')} />
      <TextField
        label={t('address.name')}
        name="address"
        autoComplete="street-address"
        required
        maxLength={200}
        hint={t('address.hint')}
        defaultValue={values.address}
        error={profileFieldWords(problem?.fields?.address, t)}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DegreesField name="latitude" example="-26.10763" form={form} />
        <DegreesField name="longitude" example="28.05671" form={form} />
      </div>
      <PresentPosition onFound={point} />
      <PinMap label={t('address.map')} styleUrl={mapStyleUrl} pin={pin} isMoved={isMoved} onMove={point} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="intent" value="save" isBusy={isPending}>
          {t('address.save')}
        </Button>
        {values.address && !problem ? (
          <Button type="submit" name="intent" value="remove" tone="quiet">
            {t('address.remove')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

type DegreesFieldProps = { name: keyof Place; example: string; form: ProfileForm };

function DegreesField({ name, example, form: { values, problem } }: DegreesFieldProps) {
  const t = useWords();
  return (
    <TextField
      label={t(`address.${name}`)}
      name={name}
      required
      inputMode="text"
      dir="ltr"
      maxLength={20}
      hint={t('address.such', { example })}
      defaultValue={values[name]}
      error={profileFieldWords(problem?.fields?.[name], t)}
    />
  );
}

/** Fills in the current position. */
function PresentPosition({ onFound }: { onFound: (place: Place) => void }) {
  const t = useWords();
  const [isSeeking, setIsSeeking] = useState(false);
  const [words, setWords] = useState('');
  const seek = async () => {
    setIsSeeking(true);
    const { fix, problem } = await seekPosition({ budgetMs: SEEK_HERE_MS }).settle();
    setIsSeeking(false);
    if (!fix) return setWords(problemWords(problem ?? 'silent', t));
    onFound(fix);
    const { accuracy } = fix;
    setWords(
      accuracy === null ? t('address.found') : t('address.foundAbout', { metres: Math.round(accuracy) }),
    );
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button tone="secondary" onClick={seek} isBusy={isSeeking}>
        <LocateFixed aria-hidden="true" />
        <span>{t('address.here')}</span>
      </Button>
      <p role="status" className="text-sm text-ink-soft">
        {words}
      </p>
    </div>
  );
}

function fieldOf(form: HTMLFormElement | null, name: keyof Place): HTMLInputElement | null {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : null;
}

function fill(form: HTMLFormElement | null, place: Place): void {
  for (const name of ['latitude', 'longitude'] as const) {
    const field = fieldOf(form, name);
    if (field) field.value = degreesText(place[name]);
  }
}

/** The fields' place, parsed as on the server; null while invalid. */
function placeIn(form: HTMLFormElement | null): Place | null {
  const read = saveAddressInput.omit({ address: true }).safeParse({
    latitude: fieldOf(form, 'latitude')?.value,
    longitude: fieldOf(form, 'longitude')?.value,
  });
  return read.success ? read.data : null;
}
