import { monotonicMs } from '#lib/platform/clock.ts';

// How far a trembling finger may leave the circle.
const SLACK_PX = 12;

type Circle = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** Whether a point has slid off the round button. */
export function isOutside(circle: Circle, x: number, y: number): boolean {
  const dx = x - (circle.left + circle.width / 2);
  const dy = y - (circle.top + circle.height / 2);
  return Math.hypot(dx, dy) > circle.width / 2 + SLACK_PX;
}

/** Space and Enter press a button. */
export function isPressKey(key: string): boolean {
  return key === ' ' || key === 'Enter';
}

/** When an event happened, which under load is earlier than when it is heard of. */
export function momentOf(event: { timeStamp: number }, nowMs = monotonicMs()): number {
  // Some browsers count from another origin; a time that cannot be true is not believed.
  const isPlausible = event.timeStamp <= nowMs && nowMs - event.timeStamp < 60_000;
  return isPlausible ? event.timeStamp : nowMs;
}

type PointerShape = Pick<PointerEvent, 'width' | 'height' | 'pressure' | 'detail' | 'pointerType'>;

/** A touch that no finger made: TalkBack and VoiceOver send a point without size or pressure. */
export function isSynthetic(pointer: PointerShape): boolean {
  const { width, height, pressure, detail, pointerType } = pointer;
  if (width === 0 && height === 0) return true;
  return width === 1 && height === 1 && pressure === 0 && detail === 0 && pointerType === 'mouse';
}
