import { MapIcon } from 'lucide-react';
import { useId, useMemo } from 'react';
import { useKeptChoice } from '#components/admin/callout/kept-choice.ts';
import { CoverageToggle, useCoverage } from '#components/map/coverage-toggle.tsx';
import type { Mark } from '#components/map/scene.ts';
import { WatchMap } from '#components/map/watch-map.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import type { Status } from '#lib/console/callout-page/schema.ts';

/** Street level even over mere outlines, as the trail is what matters. */
const STREET_ZOOM = 15.5;

type StatusMapProps = { status: Status; styleUrl: string | undefined };

/** Press position, live position and trail. Opened on demand; the choice is remembered. */
export function StatusMap({ status, styleUrl }: StatusMapProps) {
  const [isOpen, setIsOpen] = useKeptChoice('status-map');
  const id = useId();
  return (
    <div data-screen-only className="min-w-0">
      <Card
        title="Map"
        actions={
          <Button
            tone="secondary"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            <MapIcon aria-hidden="true" />
            <span>{isOpen ? 'Hide the map' : 'Show the map'}</span>
          </Button>
        }
      >
        <p className="text-ink-soft">
          All that it shows is in the lists below: live position, the way, and the press.
        </p>
        {isOpen ? (
          <div id={id} className="grid gap-4">
            <Drawn status={status} styleUrl={styleUrl} />
          </div>
        ) : null}
      </Card>
    </div>
  );
}

function Drawn({ status, styleUrl }: StatusMapProps) {
  const { calloutId, fix, following, trail, kind } = status;
  const chosen = useCoverage();
  const { covered } = chosen;
  const newest = following?.newest ?? null;
  const scene = useMemo(() => {
    const isTest = kind === 'test';
    const marks: Mark[] = [];
    if (fix) {
      const { latitude, longitude, accuracy: accuracyM } = fix;
      const label = 'Position of the press';
      const place = { latitude, longitude };
      marks.push({ key: 'press', place, accuracyM, letter: 'P', tone: 'press', isTest, label, href: null });
    }
    if (newest) {
      const { latitude, longitude, accuracy: accuracyM } = newest;
      const label = 'Newest location';
      const place = { latitude, longitude };
      marks.push({ key: 'newest', place, accuracyM, letter: 'N', tone: 'newest', isTest, label, href: null });
    }
    // Implausible fixes would zigzag between devices.
    const way = trail.filter(({ doubt }) => doubt === null).toReversed();
    return { marks, trail: way, covered };
  }, [fix, newest, trail, kind, covered]);
  return (
    <>
      <WatchMap
        styleUrl={styleUrl}
        label={`Map of callout ${calloutId}`}
        scene={scene}
        nearestZoom={STREET_ZOOM}
      />
      <p className="text-sm text-ink-soft">
        P: location of the press. N: newest location. The line is the way as far as it is believed. The person
        is inside the circle with 95 % confidence, as the device says.
      </p>
      <CoverageToggle chosen={chosen} />
    </>
  );
}
