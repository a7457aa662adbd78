import type { DraftAuth } from '../../shared/workspace/draft.ts';
import { actions, useWindow } from '../state/store.ts';
import { Select } from '../ui/Select.tsx';
import { authOptionOf, authOptions, chooseAuth } from './auth-choice.ts';

interface AuthPickerProps {
  readonly auth: DraftAuth;
  readonly look: 'field' | 'quiet' | 'strong';
  readonly labelHidden?: boolean;
}

/** Nothing, a profile, or a scheme of this request's own: one choice. */
export const AuthPicker = ({ auth, look, labelHidden = false }: AuthPickerProps) => {
  const profiles = useWindow((state) => state.workspace.profiles);
  return (
    <Select
      label={auth.kind === 'profile' ? 'Profile' : 'Authentication'}
      labelHidden={labelHidden}
      look={look}
      placeholder="Profile is gone"
      options={authOptions(profiles)}
      value={authOptionOf(auth)}
      onChange={(option) => {
        actions.editDraft((draft) => ({ ...draft, auth: chooseAuth(option, draft.auth) }));
      }}
    />
  );
};
