import { actions, shownRecord, useWindow } from '../state/store.ts';
import { useThread } from '../exchange/use-thread.ts';
import { ExperimentsView } from './ExperimentsView.tsx';
import { useFindingOut } from './use-finding-out.ts';

/** The experiments on the refusal that is shown. */
export const ShownExperiments = () => {
  const found = useFindingOut();
  const thread = useThread();
  const diagnosis = useWindow((state) => shownRecord(state)?.diagnosis);
  return found === undefined || diagnosis === undefined ? null : (
    <ExperimentsView
      found={found}
      diagnosis={diagnosis}
      thread={thread}
      onAsk={(wish) => void actions.experiment(wish)}
      onSkip={actions.skipExperiment}
      onCancel={actions.cancelExperiments}
    />
  );
};
