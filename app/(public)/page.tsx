import { Hand, MapPin, ShieldCheck, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ownOpen } from '#app/own-open.ts';
import { OpenCalloutLinks } from '#components/callout/open-callout-links.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

type Step = { icon: ReactNode; title: string; text: string };

const STEPS: readonly Step[] = [
  {
    icon: <Hand />,
    title: 'Hold the button',
    text: 'Press and hold, with a finger, a mouse or the keyboard. Vigil finds your location.',
  },
  {
    icon: <Undo2 />,
    title: 'Three seconds to cancel',
    text: 'Was it a mistake? Tap Cancel. Or tap Send now.',
  },
  {
    icon: <MapPin />,
    title: 'Watch help come',
    text: 'AURA gets your alarm and sends security or medical responders. You see each step, and when it was.',
  },
];

export default async function LandingPage() {
  const open = await ownOpen();
  return (
    <>
      {open ? <OpenCalloutLinks {...open} /> : null}
      <section className="grid gap-8 pt-4 pb-6 sm:pt-10 sm:pb-12">
        <div className="grid max-w-3xl gap-5">
          <h1 className="text-3xl font-bold tracking-[-0.03em]">Call for help from any browser.</h1>
          <p className="max-w-prose text-lg text-ink-soft">
            One button for AURA’s security and medical response. Nothing to install. It works on your phone
            and on any computer.
          </p>
        </div>
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/register" size="large">
            Register
          </LinkButton>
          <LinkButton href="/sign-in" tone="secondary" size="large">
            Sign in
          </LinkButton>
        </div>
      </section>

      <section aria-labelledby="steps" className="grid gap-5">
        <h2 id="steps" className="text-xl font-semibold">
          What happens when you press
        </h2>
        <ol className="grid gap-4 md:grid-cols-3">
          {STEPS.map((step, index) => (
            <StepCard key={step.title} step={step} number={index + 1} />
          ))}
        </ol>
      </section>

      <p className="flex max-w-prose items-start gap-3 text-ink-soft">
        <ShieldCheck aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-accent" />
        Vigil says your alarm was sent only when AURA has confirmed it. Until then, you see the numbers to
        call.
      </p>
    </>
  );
}

function StepCard({ step, number }: { step: Step; number: number }) {
  return (
    <li className="grid content-start gap-3 rounded-lg border border-line bg-surface p-6 shadow-md">
      <div className="flex items-center justify-between">
        <span
          aria-hidden="true"
          className="grid size-12 place-items-center rounded-md bg-accent-wash text-accent [&_svg]:size-6"
        >
          {step.icon}
        </span>
        <span aria-hidden="true" className="text-lg font-semibold text-ink-soft tabular-nums">
          {number}
        </span>
      </div>
      <h3 className="text-lg font-semibold">{step.title}</h3>
      <p className="text-ink-soft">{step.text}</p>
    </li>
  );
}
