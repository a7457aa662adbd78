import { effectiveAuth, effectiveAuthWords } from '../../shared/workspace/effective-auth.ts';
import type { OpenRequest } from '../state/state.ts';
import { useWindow } from '../state/store.ts';
import { authName } from './auth-choice.ts';

/** Which auth a request that inherits is sent with, and who says so. */
export const EffectiveAuthLine = ({ request }: { readonly request: OpenRequest }) => {
  const folders = useWindow((state) => state.workspace.folders);
  const profiles = useWindow((state) => state.workspace.profiles);
  const effective = effectiveAuth(request.draft, folders);
  return effectiveAuthWords(effective, (auth) => authName(auth, profiles));
};
