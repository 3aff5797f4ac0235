import { MapPin } from 'lucide-react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type Drawing, MapFrame, WHOLE, WHOLE_ZOOM } from '#components/map/map-frame.tsx';
import type { PinMap as OpenPinMap } from '#components/map/open-pin-map.ts';
import { degreesText, distanceText, type Place } from '#components/map/pin-model.ts';
import { Button } from '#components/ui/button.tsx';

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
        <span>{isOpen ? 'Hide the map' : 'Show on a map'}</span>
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
  const { styleUrl, pin, isMoved, onMove } = props;
  const hintId = useId();
  const { container, map, drawing, step } = usePinMap({ ...props, hintId });
  if (drawing === 'failed') {
    return <p role="status">This browser could not draw the map. The fields above work without it.</p>;
  }
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-soft">
        {`${(styleUrl ? null : 'This map shows outlines of countries only. ') ?? ''}Help is sent to the coordinates above, whatever the map shows.`}
      </p>
      <MapFrame container={container} drawing={drawing} className="h-80 sm:h-96" />
      <p id={hintId} className="text-sm text-ink-soft">
        {pin
          ? `Drag the pin, or choose it and press the arrow keys: each moves it about ${distanceText(step)}, with Shift more. Zoom in for smaller steps.`
          : 'There is no pin yet. Tap the map where it belongs, or put it in the middle and move it from there.'}
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
          Put the pin in the middle
        </Button>
      )}
      <p role="status" className="text-sm">
        {`${
          isMoved && pin
            ? `The pin is at ${degreesText(pin.latitude)}, ${degreesText(pin.longitude)}. Not saved yet.`
            : ''
        }${drawing === 'partly' ? ' Some of the map could not be loaded.' : ''}`}
      </p>
    </div>
  );
}

type Wanted = PinMapProps & { hintId: string };

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
      const { styleUrl, label, pin, hintId } = newest.current;
      map.current = openPinMap({
        container: container.current,
        label,
        styleUrl,
        centre: pin ?? WHOLE,
        zoom: pin ? (styleUrl ? STREET_ZOOM : OUTLINE_ZOOM) : WHOLE_ZOOM,
        pin,
        describedBy: hintId,
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
