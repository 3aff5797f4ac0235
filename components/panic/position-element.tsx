import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { keepFix } from '#components/panic/kept-fix.ts';
import { toFix } from '#components/panic/position-seeker.ts';
import { partOf } from '#lib/geo/reading.ts';
import { now } from '#lib/platform/clock.ts';

/** The browser's own button for the position, which also works after it was denied; only Chromium has it. */
const TAG = 'geolocation';
const INTERFACE = 'HTMLGeolocationElement';

/**
 * The browser's own control to allow the position, where it has one: nothing elsewhere. `onFound` hears that there is a
 * position, which this device keeps for a press.
 */
export function PositionElement({ onFound }: { onFound: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  // Looked at after the first paint: the server does not know the browser.
  const [isKnown, setIsKnown] = useState(false);
  useEffect(() => setIsKnown(INTERFACE in window), []);
  const take = useEffectEvent((element: Element) => {
    const at = now().getTime();
    const fix = toFix(partOf(element, 'position'), at);
    if (!fix) return;
    keepFix(fix);
    onFound();
  });
  useEffect(() => {
    if (!isKnown || !place.current) return undefined;
    const element = document.createElement(TAG);
    element.setAttribute('accuracymode', 'precise');
    const heard = () => take(element);
    element.addEventListener('location', heard);
    place.current.append(element);
    return () => {
      element.removeEventListener('location', heard);
      element.remove();
    };
  }, [isKnown]);
  return isKnown ? <div ref={place} data-geolocation-element className="min-h-11" /> : null;
}
