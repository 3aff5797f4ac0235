import type { Metadata } from 'next';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { TextPage } from '#components/ui/text-page.tsx';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Help' };

const SECTIONS = [
  {
    title: 'How to call for help',
    lines: [
      'Press and hold the red button. If you cannot hold, tap “I can’t hold: tap here”.',
      'A countdown starts. Do nothing and help is called. Tap Cancel if it was a mistake.',
      'You see when your alarm is sent, and what happens next.',
    ],
  },
  {
    title: 'If it does not work',
    lines: [
      'No internet: the button keeps your alarm and sends it when it can. Do not wait. Call.',
      'No location: allow location for this site in your browser settings. Save your address on your profile.',
      'No SMS with a code: wait one minute, then tap “Send a new code”.',
    ],
  },
  {
    title: 'If you are safe',
    lines: [
      'Open your alarm and tap “I am safe”. Type the last four digits of your number.',
      'Help may still come, to make sure.',
    ],
  },
  {
    title: 'What the page says',
    lines: [
      'Alarm sent: the control room has your alarm.',
      'The control room is helping: a person there works on it.',
      'Help is on the way, Help is here, Help has left: what AURA reports about the responder.',
      'This has ended: AURA has closed the alarm.',
      'Red: something is wrong. Call.',
    ],
  },
] as const;

export default function HelpPage() {
  return (
    <TextPage title="Help" lead="In danger now? Call. You do not need Vigil for that." sections={SECTIONS}>
      <EmergencyNumbers
        numbers={env.EMERGENCY_NUMBERS}
        controlRoom={env.CONTROL_ROOM_NUMBER ?? null}
        weight="first"
      />
      {env.SUPPORT_NUMBER ? <Support number={env.SUPPORT_NUMBER} /> : null}
    </TextPage>
  );
}

function Support({ number }: { number: string }) {
  return (
    <p>
      <span>Questions, and no danger?</span>{' '}
      <a
        href={`tel:${number.replaceAll(' ', '')}`}
        className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
      >
        {`Call support: ${number}`}
      </a>
    </p>
  );
}
