/** Says that nobody is in danger. Unlike every other mark, so that it is not taken for one. */
export function TestMark() {
  return (
    <strong className="rounded-sm bg-ink px-2 py-0.5 text-sm font-bold tracking-widest text-canvas">
      TEST
    </strong>
  );
}
