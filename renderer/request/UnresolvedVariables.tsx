import { actions, currentRequest, useWindow } from '../state/store.ts';
import { RequestNotice } from './RequestNotice.tsx';

/** More names than these are counted. */
const named = 3;

const listed = (unresolved: readonly string[]): string => {
  const shown = unresolved.slice(0, named).map((name) => (name.startsWith(':') ? name : `{{${name}}}`));
  const more = unresolved.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
};

const none: readonly string[] = [];

/** Stands as long as something would be sent that a variable, or a path parameter, should have taken the place of. */
export const UnresolvedVariables = () => {
  const unresolved = useWindow((state) => currentRequest(state)?.preview?.unresolved ?? none);
  if (unresolved.length === 0) return undefined;
  const isPathAlone = unresolved.every((name) => name.startsWith(':'));
  return (
    <RequestNotice
      link={isPathAlone ? 'Params' : 'Variables'}
      onPress={() => {
        actions.setRequestTab(isPathAlone ? 'params' : 'variables');
      }}
    >
      No value for {listed(unresolved)}: sent as typed.
    </RequestNotice>
  );
};
