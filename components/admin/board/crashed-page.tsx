import { CrashedBoard } from '#components/admin/board/crashed-board.tsx';
import { ErrorView } from '#components/ui/error-view.tsx';

type CrashedPageProps = { error: unknown; retry: () => void; isRinging: boolean };

/** In place of an operators' page that threw; rings where nothing else on the page does. */
export function CrashedPage({ error, retry, isRinging }: CrashedPageProps) {
  return (
    <ErrorView title="Something went wrong" error={error} retry={retry}>
      <p>Callouts go on without this page. What it last showed may be out of date: do not rely on it.</p>
      {isRinging ? <CrashedBoard retry={retry} /> : null}
    </ErrorView>
  );
}
