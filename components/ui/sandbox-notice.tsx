import { FlaskConical } from 'lucide-react';

/** Also for the page that is made without React. */
export const SANDBOX_WORDS = 'Sandbox: no responder will come.';

/** Warns on every page that no real responder will come. */
export function SandboxNotice({ isSandbox }: { isSandbox: boolean }) {
  if (!isSandbox) return null;
  return (
    <aside aria-label="Sandbox" className="border-b border-alert-line bg-alert-wash text-alert-ink">
      <p className="mx-auto flex max-w-5xl items-start justify-center gap-2 px-4 text-sm font-semibold sm:px-6">
        <FlaskConical aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>{SANDBOX_WORDS}</span>
      </p>
    </aside>
  );
}
