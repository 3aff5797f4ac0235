import { Hand, MapPin, ShieldCheck, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ownOpen } from '#app/own-open.ts';
import { pageLanguage } from '#app/page-language.ts';
import { OpenCalloutLinks } from '#components/callout/open-callout-links.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { Key } from '#lib/languages/en/messages.ts';

type Step = { icon: ReactNode; title: Key & `start.${string}`; text: Key & `start.${string}` };

const STEPS: readonly Step[] = [
  { icon: <Hand />, title: 'start.hold', text: 'start.holdText' },
  { icon: <Undo2 />, title: 'start.cancel', text: 'start.cancelText' },
  { icon: <MapPin />, title: 'start.watch', text: 'start.watchText' },
];

export default async function LandingPage() {
  const [open, { t }] = await Promise.all([ownOpen(), pageLanguage()]);
  return (
    <>
      {open ? <OpenCalloutLinks {...open} t={t} /> : null}
      <section className="grid gap-8 pt-4 pb-6 sm:pt-10 sm:pb-12">
        <div className="grid max-w-3xl gap-5">
          <h1 className="text-3xl font-bold tracking-[-0.03em]">{t('start.title')}</h1>
          <p className="max-w-prose text-lg text-ink-soft">{t('start.lead')}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/register" size="large">
            {t('entry.register')}
          </LinkButton>
          <LinkButton href="/sign-in" tone="secondary" size="large">
            {t('entry.signIn')}
          </LinkButton>
        </div>
      </section>

      <section aria-labelledby="steps" className="grid gap-5">
        <h2 id="steps" className="text-xl font-semibold">
          {t('start.steps')}
        </h2>
        <ol className="grid gap-4 md:grid-cols-3">
          {STEPS.map(({ icon, title, text }, index) => (
            <StepCard key={title} icon={icon} number={index + 1} title={t(title)} text={t(text)} />
          ))}
        </ol>
      </section>

      <p className="flex max-w-prose items-start gap-3 text-ink-soft">
        <ShieldCheck aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-accent" />
        <span>{t('start.promise')}</span>
      </p>
    </>
  );
}

type StepCardProps = { icon: ReactNode; number: number; title: string; text: string };

function StepCard({ icon, number, title, text }: StepCardProps) {
  return (
    <li className="grid content-start gap-3 rounded-lg border border-line bg-surface p-6 shadow-md">
      <div className="flex items-center justify-between">
        <span
          aria-hidden="true"
          className="grid size-12 place-items-center rounded-md bg-accent-wash text-accent [&_svg]:size-6"
        >
          {icon}
        </span>
        <span aria-hidden="true" className="text-lg font-semibold text-ink-soft tabular-nums">
          {number}
        </span>
      </div>
      <h3 className="text-lg font-semibold">{title}</h3>
      <p className="text-ink-soft">{text}</p>
    </li>
  );
}
