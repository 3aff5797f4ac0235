import { classNames } from '#components/ui/class-names.ts';

function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames('block h-5 animate-pulse rounded-sm bg-sunken', className)}
    />
  );
}

/** Loading placeholder of a page. */
export function SkeletonPage({ label = 'Loading' }: { label?: string }) {
  return (
    <div aria-busy="true" className="grid gap-6">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-10! w-2/3 max-w-md" />
      <Skeleton className="w-full max-w-xl" />
      <Skeleton className="h-40! w-full rounded-lg!" />
      <Skeleton className="h-24! w-full rounded-lg!" />
    </div>
  );
}
