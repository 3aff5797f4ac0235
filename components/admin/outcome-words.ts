import type { PressOutcome } from '#lib/vocabulary.ts';

export const outcomeNames: Record<PressOutcome, string> = {
  no_help_needed: 'No help needed',
  called: 'Called the person',
  emergency_services: 'Emergency services informed',
  helped_otherwise: 'Helped in another way',
  not_reached: 'Could not reach the person',
};
