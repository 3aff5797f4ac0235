import { MapPin } from 'lucide-react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type Drawing, MapFrame, WHOLE, WHOLE_ZOOM } from '#components/map/map-frame.tsx';
import type { PinMap as OpenPinMap } from '#components/map/open-pin-map.ts';
import { degreesText, distanceText, type Place } from '#components/map/pin-model.ts';
import { Button } from '#components/ui/button.tsx';
import { useWords } from '#components/ui/words.tsx';

type PinMapProps = {
  /** The deployment's MapLibre style, if any. */
  styleUrl: string | undefined;
  label: string;
  /** Position from the form fields; null while invalid. */
  pin: Place | null;
  /** Moved and not saved yet. */
  isMoved: boolean;
  onMove: (place: Place) => void;
};

/** Outlines have no detail below this. */
const OUTLINE_ZOOM = 4.5;
const STREET_ZOOM = 15;

/** A map synchronised with the coordinate fields; opened by a button. */
export function PinMap(props: PinMapProps) {
  const t = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div className="grid gap-3">
      <Button
        tone="secondary"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        className="justify-self-start"
      >
        <MapPin aria-hidden="true" />
        <span>{t(isOpen ? 'pin.hide' : 'pin.show')}</span>
      </Button>
      {isOpen ? (
        <div id={id}>
          <Drawn {...props} />
        </div>
      ) : null}
    </div>
  );
}

function Drawn(props: PinMapProps) {
  const t = useWords();
  const { styleUrl, pin, isMoved, onMove } = props;
  const hintId = useId();
  const { container, map, drawing, step } = usePinMap({
    ...props,
    hintId,
    names: { name: t('pin.name'), role: t('pin.role') },
  });
  if (drawing === 'failed') {
    return <p role="status">{t('pin.failed')}</p>;
  }
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-soft">
        {[...(styleUrl ? [] : [t('pin.outlines')]), t('pin.coordinates')].join(' ')}
      </p>
      <MapFrame {...{ container, drawing }} className="h-80 sm:h-96" opening={t('pin.opening')} />
      <p id={hintId} className="text-sm text-ink-soft">
        {pin ? t('pin.how', { distance: distanceText(step) }) : t('pin.none')}
      </p>
      {pin || drawing === 'coming' ? null : (
        <Button
          tone="secondary"
          className="justify-self-start"
          onClick={() => {
            const middle = map.current?.middle();
            if (middle) onMove(middle);
          }}
        >
          {t('pin.middle')}
        </Button>
      )}
      <p role="status" className="text-sm">
        {[
          ...(isMoved && pin ? [t('pin.at', { place: placeText(pin) })] : []),
          ...(drawing === 'partly' ? [t('pin.partly')] : []),
        ].join(' ')}
      </p>
    </div>
  );
}

const placeText = ({ latitude, longitude }: Place) => `${degreesText(latitude)}, ${degreesText(longitude)}`;

/** How the pin is called, and what it is. */
type PinNames = { name: string; role: string };
type Wanted = PinMapProps & { hintId: string; names: PinNames };

type Shown = {
  container: RefObject<HTMLDivElement | null>;
  map: RefObject<OpenPinMap | null>;
  drawing: Drawing;
  /** Step of an arrow key, in metres. */
  step: number;
};

function usePinMap(wanted: Wanted): Shown {
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<OpenPinMap>(null);
  const newest = useRef(wanted);
  const [drawing, setDrawing] = useState<Drawing>('coming');
  const [step, setStep] = useState(0);
  const { pin } = wanted;
  useEffect(() => {
    newest.current = wanted;
  });
  useEffect(() => {
    let isGone = false;
    const open = async () => {
      const { openPinMap } = await import('#components/map/open-pin-map.ts');
      if (isGone || !container.current) return;
      const { styleUrl, label, pin, hintId, names } = newest.current;
      map.current = openPinMap({
        container: container.current,
        label,
        styleUrl,
        centre: pin ?? WHOLE,
        zoom: pin ? (styleUrl ? STREET_ZOOM : OUTLINE_ZOOM) : WHOLE_ZOOM,
        pin,
        describedBy: hintId,
        names,
        onDrawn: () => setDrawing((now) => (now === 'coming' ? 'drawn' : now)),
        onTrouble: () => setDrawing('partly'),
        onMove: (place) => newest.current.onMove(place),
        onStep: setStep,
      });
    };
    // No WebGL or a failed download: the fields remain usable.
    open().catch(() => setDrawing('failed'));
    return () => {
      isGone = true;
      map.current?.close();
      map.current = null;
    };
  }, []);
  useEffect(() => map.current?.show(pin), [pin]);
  return { container, map, drawing, step };
}
