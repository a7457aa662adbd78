import type { DraftAuth } from '../../shared/workspace/draft.ts';
import { useMemo } from 'react';
import { actions, useWindow } from '../state/store.ts';
import { Select } from '../ui/Select.tsx';
import { authOptionOf, authOptions, chooseAuth, schemeUses } from './auth-choice.ts';

interface AuthPickerProps {
  readonly auth: DraftAuth;
  readonly look: 'field' | 'quiet' | 'strong';
  readonly labelHidden?: boolean;
}

/** Nothing, a profile, or a scheme of this request's own: one choice. */
export const AuthPicker = ({ auth, look, labelHidden = false }: AuthPickerProps) => {
  const workspace = useWindow((state) => state.workspace);
  const options = useMemo(() => authOptions(workspace.profiles, schemeUses(workspace)), [workspace]);
  return (
    <Select
      label={auth.kind === 'profile' ? 'Profile' : 'Authentication'}
      labelHidden={labelHidden}
      look={look}
      placeholder="Profile is gone"
      search="Search profiles and schemes"
      options={options}
      value={authOptionOf(auth)}
      onChange={(option) => {
        actions.editDraft((draft) => ({ ...draft, auth: chooseAuth(option, draft.auth) }));
      }}
    />
  );
};
