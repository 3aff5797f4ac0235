import { GraduationCap } from 'lucide-react';
import type { Metadata } from 'next';
import { PracticePage } from '#components/panic/practice-page.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Practice' };

export default function Practice() {
  return (
    <div className="grid gap-8 rounded-lg border-4 border-dashed border-accent p-4 sm:p-8">
      <PageHeader
        title="Practice"
        lead="Try the button as often as you like. Nothing is sent. Nobody will come."
      />
      <p className="flex items-start gap-3 rounded-md bg-accent-wash p-4 font-semibold text-accent-strong">
        <GraduationCap aria-hidden="true" className="mt-0.5 size-6 shrink-0" />
        <span>
          This is not your real button. <TextLink href="/panic">Go to the real one</TextLink>
        </span>
      </p>
      <noscript>
        <p>Scripts are off in this browser, so you cannot practise. Your real button works.</p>
      </noscript>
      <PracticePage emergencyNumbers={env.EMERGENCY_NUMBERS} />
    </div>
  );
}
