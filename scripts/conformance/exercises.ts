import type { OperationId } from '#lib/aura/contract/operations.ts';
import { accountExercises } from './account-exercises.ts';
import { calloutExercises } from './callout-exercises.ts';
import type { Exercises } from './exercise.ts';

/** One per operation; a missing one does not compile. They hold in every switch position. */
export const exercises: Exercises<OperationId> = { ...accountExercises, ...calloutExercises };
