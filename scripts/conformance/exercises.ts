import type { OperationId } from '#lib/aura/contract/operations.ts';
import { accountExercises } from './account-exercises.ts';
import { calloutExercises } from './callout-exercises.ts';
import type { Exercises } from './exercise.ts';

/** One for each row of the contract; a row without one does not compile. They hold whatever the switches say. */
export const exercises: Exercises<OperationId> = { ...accountExercises, ...calloutExercises };
