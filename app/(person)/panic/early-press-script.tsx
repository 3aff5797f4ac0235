import { source } from '#components/panic/early-press.inline.ts';

/** The script that serves the button from the first paint until React has taken over. */
export function EarlyPressScript({ nonce }: { nonce: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, the same for everybody, under the nonce
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />;
}
