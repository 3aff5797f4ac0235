'use client';

import { Printer } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';

export function PrintButton() {
  return (
    <Button tone="quiet" onClick={() => window.print()}>
      <Printer aria-hidden="true" />
      Print or save as PDF
    </Button>
  );
}
