'use client';

import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useZone } from '#components/ui/use-zone.ts';
import type { FieldProblems } from '#lib/errors/result.ts';

export type FilterQuery<Name extends string = string> = Partial<Record<Name, string>>;

type Choice = readonly [value: string, label: string];

type FilterField<Name extends string> = { name: Name; label: string } & (
  | { choices: readonly Choice[] }
  | {
      type?: 'search' | 'date' | 'datetime-local';
      inputMode?: 'numeric';
      placeholder?: string;
      maxLength?: number;
    }
);

type FilterFormProps<Name extends string> = {
  /** Target page and anchor. */
  page: `/admin/${string}`;
  anchor?: `#${string}` | '';
  fields: readonly FilterField<Name>[];
  query: FilterQuery<Name>;
  errors: FieldProblems;
  layout: keyof typeof LAYOUTS;
  submit?: string;
  clear?: string;
};

const LAYOUTS = {
  four: 'lg:grid-cols-4',
  five: 'lg:grid-cols-3 2xl:grid-cols-[repeat(5,minmax(0,1fr))]',
  searchAndSix: 'lg:grid-cols-3 2xl:grid-cols-[2fr_repeat(6,minmax(0,1fr))]',
} as const;

/** A GET form: filters are in the URL and can be shared. Its days are those of the zone that goes with them. */
export function FilterForm<Name extends string>({ page, anchor = '', ...props }: FilterFormProps<Name>) {
  const { fields, query, errors, layout, submit = 'Filter', clear = 'Clear' } = props;
  const own = useZone();
  const zone = zoneOf(query) ?? own;
  return (
    <search>
      <form
        action={`${page}${anchor}`}
        noValidate
        className={`grid items-start gap-4 sm:grid-cols-2 ${LAYOUTS[layout]}`}
      >
        {fields.some(isDated) ? <input type="hidden" name="zone" value={zone} /> : null}
        {fields.map((field) => (
          <FilterControl
            key={field.name}
            field={isDated(field) ? { ...field, label: `${field.label} (${zone})` } : field}
            value={query[field.name]}
            error={errors[field.name]}
          />
        ))}
        <div className="flex flex-wrap gap-3 sm:col-span-full">
          <Button type="submit">{submit}</Button>
          <LinkButton href={page} tone="secondary">
            {clear}
          </LinkButton>
        </div>
      </form>
    </search>
  );
}

const isDated = (field: FilterField<string>) => 'type' in field && field.type !== 'search';
const zoneOf = (query: FilterQuery): string | undefined => query.zone;

type FilterControlProps = {
  field: FilterField<string>;
  value: string | undefined;
  error: string | undefined;
};

function FilterControl({ field, value, error }: FilterControlProps) {
  if ('choices' in field) {
    const { choices, ...named } = field;
    // Keeps a value set by a link although the select does not offer it.
    const isOffered = value === undefined || choices.some(([offered]) => offered === value);
    const all: readonly Choice[] = isOffered ? choices : [...choices, [value, value]];
    const options = all.map(([option, label]) => ({ value: option, label }));
    return (
      <SelectField
        {...named}
        required
        defaultValue={value ?? choices[0]?.[0]}
        error={error}
        options={options}
      />
    );
  }
  const control = <TextField {...field} required autoComplete="off" defaultValue={value} error={error} />;
  if (field.type !== 'search') return control;
  return <div className="sm:col-span-2 lg:col-span-3 2xl:col-span-1">{control}</div>;
}
