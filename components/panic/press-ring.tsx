type PressRingProps = {
  /** Fills in this time, as the button is held. */
  fillMs?: number | undefined;
  /** Empties in this time, as the grace runs out. */
  drainMs?: number | undefined;
};

/** The ring around the button: how much of the hold is done, how much of the grace is left. */
export function PressRing({ fillMs, drainMs }: PressRingProps) {
  const lengthMs = fillMs ?? drainMs;
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      className="absolute inset-0 size-full [transform:rotate(-90deg)]"
    >
      <circle cx="50" cy="50" r="47" fill="none" strokeWidth="3" className="stroke-line" />
      {lengthMs === undefined ? null : (
        <circle
          cx="50"
          cy="50"
          r="47"
          fill="none"
          strokeWidth="5"
          pathLength="100"
          // Tells how far it is, so it also moves, in steps, for those who want less motion.
          data-essential-motion
          className={
            fillMs === undefined
              ? 'press-ring stroke-panic [animation-direction:reverse]'
              : 'press-ring stroke-panic'
          }
          // By the CSSOM: the policy of our pages takes no `style` attribute.
          ref={(circle) => circle?.style.setProperty('animation-duration', `${lengthMs}ms`)}
        />
      )}
    </svg>
  );
}
