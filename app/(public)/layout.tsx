import type { ReactNode } from 'react';
import { pageLanguage } from '#app/page-language.ts';
import { PersonFooter } from '#app/person-footer.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { env } from '#lib/platform/env.ts';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const spoken = await pageLanguage();
  return (
    <AppShell
      notice={<SandboxNotice isSandbox={!env.isLive} />}
      aside={
        <LinkButton href="/sign-in" tone="quiet">
          Sign in
        </LinkButton>
      }
      footer={
        <div className="grid gap-2">
          <p>
            Vigil sends your alarm to AURA. AURA sends security and medical responders. If Vigil does not
            work, call 112.
          </p>
          <PersonFooter {...spoken} />
        </div>
      }
    >
      {children}
    </AppShell>
  );
}
