import { FlaskConical } from 'lucide-react';
import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';

type SandboxNoticeProps = { isSandbox: boolean; t?: Translate };

/** Warns on every page that no real responder will come. */
export function SandboxNotice({ isSandbox, t = english }: SandboxNoticeProps) {
  if (!isSandbox) return null;
  return (
    <aside aria-label={t('sandbox.name')} className="border-b border-alert-line bg-alert-wash text-alert-ink">
      <p className="mx-auto flex max-w-5xl items-start justify-center gap-2 px-4 text-sm font-semibold sm:px-6">
        <FlaskConical aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span>{t('sandbox.words')}</span>
      </p>
    </aside>
  );
}
