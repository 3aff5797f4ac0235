'use client';

import type { ReactNode } from 'react';
import { type Brand, setBrand } from '#lib/languages/brand-name.ts';

/** Tells the browser what the deployment is called, before what is inside is rendered. */
export function BrandFacts({ brand, children }: { brand: Brand; children: ReactNode }) {
  setBrand(brand);
  return children;
}
