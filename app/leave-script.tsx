import { source } from '#components/leave/early-leave.inline.ts';

/** Before everything else of a page: what a tab has left is hidden before it is painted. */
export function LeaveScript({ nonce }: { nonce: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own source, the same for everybody, under the nonce
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: source }} />;
}
