import { DoorOpen } from 'lucide-react';

export type LeaveTexts = { name: string; about: string; stays: string; twoMore: string; oneMore: string };

/**
 * *Leave this page*. Without a script a link, which the browser follows with this page in its history; with
 * watch-leaving.ts it goes at once and leaves nothing behind.
 */
export function LeaveLink({ to, texts }: { to: string; texts: LeaveTexts }) {
  const { name, about, stays, twoMore, oneMore } = texts;
  return (
    <>
      <a
        href="/leave"
        rel="noreferrer"
        data-leave={to}
        aria-describedby="about-leaving"
        title={about}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-1 font-semibold text-ink underline-offset-4 hover:underline"
      >
        <DoorOpen aria-hidden="true" className="size-6 rtl:[transform:scaleX(-1)]" />
        <span className="sr-only lg:not-sr-only">{name}</span>
      </a>
      <span id="about-leaving" hidden>
        {about}
      </span>
      <span role="status" data-leave-words={[stays, twoMore, oneMore].join('\n')} className="sr-only" />
    </>
  );
}
