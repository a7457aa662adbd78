import { currentRequest } from '../state/selectors.ts';
import { actions, useWindow } from '../state/store.ts';
import { RequestNotice } from './RequestNotice.tsx';
import { uncheckedBy } from './unchecked-by.ts';
import { usePlacedVariables } from './variable-values.ts';

/** Stands as long as the certificate of the request's host is not checked. */
export const UncheckedHost = () => {
  const placed = usePlacedVariables();
  const draft = useWindow((state) => currentRequest(state)?.draft);
  const rules = useWindow((state) => state.workspace.hostRules);
  const name = draft && uncheckedBy(draft, rules, placed);
  const byRequest = useWindow((state) => currentRequest(state)?.draft.settings.verifyTls === false);
  if (name === undefined) return undefined;
  return (
    <RequestNotice
      link="Settings"
      onPress={() => {
        if (byRequest) actions.setRequestTab('settings');
        else actions.openDialog({ kind: 'settings' });
      }}
    >
      The certificate of {name} is not checked: any computer in between can read what is sent.
    </RequestNotice>
  );
};
