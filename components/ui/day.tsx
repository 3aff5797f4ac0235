/** A day as people in South Africa write it. */
export function dayText(at: string): string {
  return new Intl.DateTimeFormat('en-ZA', { dateStyle: 'long', timeZone: 'Africa/Johannesburg' }).format(
    new Date(at),
  );
}

export function Day({ at }: { at: string }) {
  return <time dateTime={at}>{dayText(at)}</time>;
}
