import type { Status } from '#lib/console/callout-page/schema.ts';

/** How many of the trusted contacts got a text, without who they are. */
export function contactTextWords(texts: Omit<Status['contactTexts'], 'firstAt'>): string {
  const { sent, waiting, stopped, delivered, failed } = texts;
  const parts = [
    `${sent} of ${sent + waiting + stopped} texted`,
    ...(delivered > 0 ? [`${delivered} delivered`] : []),
    ...(failed > 0 ? [`${failed} reported as not delivered`] : []),
    ...(waiting > 0 ? [`${waiting} to be sent`] : []),
    ...(stopped > 0 ? [`${stopped} not sent`] : []),
  ];
  return parts.join(', ');
}
