import { source } from '#components/panic/early-press.inline.ts';

/** Inline script that handles the button from first paint until hydration. */
export function EarlyPressScript({ nonce }: { nonce: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, the same for everybody, under the nonce
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />;
}
