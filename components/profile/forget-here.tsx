'use client';

import { useEffect } from 'react';
import { forgetPersonOnDevice } from '#components/panic/press-worker.ts';

/** Takes from this device what it kept for a person whose account is deleted. */
export function ForgetHere() {
  useEffect(forgetPersonOnDevice, []);
  return null;
}
