import { source } from '#components/panic/early-press.inline.ts';
import { source as quietSource } from '#components/quiet/early-quiet.inline.ts';

/** Inline script that handles the button from first paint until hydration. */
export function EarlyPressScript({ nonce }: { nonce: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, the same for everybody, under the nonce
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />;
}

type EarlyQuietScriptProps = { nonce: string; mode: string };

/** The same for silent mode. `mode`: what the person set. */
export function EarlyQuietScript({ nonce, mode }: EarlyQuietScriptProps) {
  return (
    <script
      nonce={nonce}
      data-mode={mode}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, the same for everybody, under the nonce
      dangerouslySetInnerHTML={{ __html: quietSource }}
    />
  );
}
