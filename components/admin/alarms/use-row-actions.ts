import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  acknowledgeAlertAction,
  acknowledgeManyAction,
  assignAlertAction,
  releaseAlertAction,
} from '#lib/console/attention/actions.ts';
import type { Need } from '#lib/console/attention/schema.ts';
import { giveOutcomeAction } from '#lib/panic/device/actions.ts';

/** A row, or the whole deployment's alert. */
export type ActedOn = { subject: string; needs: readonly Pick<Need, 'kind' | 'since'>[] };

/** What an operator does with a row. After each, all that shows alarms is read again. */
export function useRowActions() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['attention'] });
  const acknowledge = useMutation({
    mutationFn: (row: ActedOn) => acknowledgeAlertAction(keyOf(row)),
    onSettled,
  });
  const acknowledgeMany = useMutation({
    mutationFn: ({ rows, reason }: { rows: readonly ActedOn[]; reason: string }) =>
      acknowledgeManyAction({ rows: rows.map(keyOf), reason }),
    onSettled,
  });
  const release = useMutation({ mutationFn: (row: ActedOn) => releaseAlertAction(keyOf(row)), onSettled });
  const assign = useMutation({
    mutationFn: ({ row, operatorId }: { row: ActedOn; operatorId: string }) =>
      assignAlertAction({ ...keyOf(row), operatorId }),
    onSettled,
  });
  const giveOutcome = useMutation({ mutationFn: giveOutcomeAction, onSettled });
  const all = [acknowledge, acknowledgeMany, release, assign, giveOutcome];
  return {
    acknowledge: acknowledge.mutate,
    acknowledgeMany: acknowledgeMany.mutate,
    release: release.mutate,
    assign: assign.mutate,
    giveOutcome: giveOutcome.mutate,
    isBusy: ({ subject }: ActedOn) =>
      (acknowledge.isPending && acknowledge.variables.subject === subject) ||
      (release.isPending && release.variables.subject === subject) ||
      (assign.isPending && assign.variables.row.subject === subject),
    refused: all.flatMap(({ data }) => (data?.ok === false ? [data] : []))[0] ?? null,
    isUnanswered: all.some(({ isError }) => isError),
  };
}

export type RowActions = ReturnType<typeof useRowActions>;

function keyOf({ subject, needs }: ActedOn) {
  return { subject, needs: needs.map(({ kind, since }) => ({ kind, since })) };
}
