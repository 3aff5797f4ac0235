import { classNames } from '#components/ui/class-names.ts';
import { brand } from '#lib/languages/brand-name.ts';

function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={classNames('size-8', className)}>
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <path
        d="M7 16a9 9 0 0 1 18 0"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M7 16c2.6 4.6 5.6 6.9 9 6.9s6.4-2.3 9-6.9"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="15.6" r="3.4" fill="var(--accent-ink)" />
    </svg>
  );
}

function OwnLogo() {
  // biome-ignore lint/performance/noImgElement: small, of one size, and often an SVG, which next/image leaves as it is
  return <img src="/brand/logo" alt="" className="size-8 object-contain" />;
}

/** `isMarkOnly`: without its name where there is little room. */
export function Brand({ isMarkOnly = false }: { isMarkOnly?: boolean }) {
  const { name, hasLogo } = brand();
  return (
    <span className="inline-flex items-center gap-2.5 text-lg font-bold tracking-tight text-ink">
      {hasLogo ? <OwnLogo /> : <BrandMark />}
      <span className={isMarkOnly ? 'sr-only sm:not-sr-only' : undefined}>{name}</span>
    </span>
  );
}
