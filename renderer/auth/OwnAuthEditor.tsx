import { schemeById } from '../../shared/schemes/index.ts';
import type { DraftAuth } from '../../shared/workspace/draft.ts';
import { actions } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { FormRow } from '../ui/FieldFrame.tsx';
import { AuthForm } from './AuthForm.tsx';
import { AuthPicker } from './AuthPicker.tsx';

/** The form of a scheme that belongs to this request alone. */
export const OwnAuthEditor = ({ auth }: { readonly auth: DraftAuth }) => {
  const scheme = auth.kind === 'own' ? schemeById(auth.scheme) : undefined;
  if (auth.kind !== 'own' || scheme === undefined) return null;
  const { settings } = auth;
  return (
    <AuthForm
      key={scheme.id}
      scheme={scheme}
      settings={settings}
      onChange={(change) => {
        actions.editDraft((draft) =>
          draft.auth.kind === 'own'
            ? { ...draft, auth: { ...draft.auth, settings: { ...draft.auth.settings, ...change } } }
            : draft,
        );
      }}
      before={<AuthPicker auth={auth} look="field" />}
      after={
        <FormRow label="">
          <span>
            <Button
              onPress={() => {
                actions.openDialog({
                  kind: 'save-profile',
                  profile: {
                    id: crypto.randomUUID(),
                    name: scheme.label,
                    scheme: scheme.id,
                    settings,
                    trustedOrigins: [],
                    renew: true,
                  },
                });
              }}
            >
              Save as profile…
            </Button>
          </span>
        </FormRow>
      }
    />
  );
};
