/** Looks unlike all other badges, so that a test is not taken for an emergency. */
export function TestMark() {
  return (
    <strong className="rounded-sm bg-ink px-2 py-0.5 text-sm font-bold tracking-widest text-canvas">
      TEST
    </strong>
  );
}
