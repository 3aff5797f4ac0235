/** Shown once. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <p>
        Each signs you in once, when app and passkey are out of reach. Print them, or keep them in a password
        manager. If they are lost, too, an admin can reset your second step.
      </p>
      <ul aria-label="Recovery codes" className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2">
        {codes.map((code) => (
          <li key={code} className="rounded-md border border-line bg-sunken px-3 py-1.5 font-mono">
            {code}
          </li>
        ))}
      </ul>
    </>
  );
}
