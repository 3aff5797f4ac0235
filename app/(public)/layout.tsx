import type { ReactNode } from 'react';
import { AppShell } from '#components/ui/app-shell.tsx';
import { FooterLinks } from '#components/ui/footer-links.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { env } from '#lib/platform/env.ts';

export default function PublicLayout({ children }: { children: ReactNode }) {
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
          <FooterLinks />
        </div>
      }
    >
      {children}
    </AppShell>
  );
}
