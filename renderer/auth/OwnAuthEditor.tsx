import { schemeById } from '../../shared/schemes/index.ts';
import { decodeJwt, type Jwt } from '../../shared/token/jwt.ts';
import type { DraftAuth, SchemeSettings } from '../../shared/workspace/draft.ts';
import { actions, currentRequest, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { FormRow } from '../ui/FieldFrame.tsx';
import { useNow } from '../ui/use-now.ts';
import { AuthForm } from './AuthForm.tsx';
import { AuthPicker } from './AuthPicker.tsx';
import { DecodedToken } from './DecodedToken.tsx';
import { secretSetting } from './form-settings.ts';

/** The first secret of the form that is typed and is a JSON Web Token. */
const typedToken = (settings: SchemeSettings): Jwt | undefined => {
  for (const name of Object.keys(settings)) {
    const secret = secretSetting(settings, name);
    const decoded = 'plain' in secret && secret.plain !== '' ? decodeJwt(secret.plain) : undefined;
    if (decoded?.kind === 'jwt') return decoded.jwt;
  }
  return undefined;
};

/** What a typed token says, told against now and the address it is meant for. */
const TypedToken = ({ jwt }: { readonly jwt: Jwt }) => {
  const url = useWindow((state) => currentRequest(state)?.preview?.url);
  const atMs = useNow();
  return (
    <FormRow label="Token, decoded">
      <DecodedToken
        decoded={{ header: jwt.header, claims: jwt.claims }}
        context={{ atMs, relation: 'now', ...(url === undefined || url === '' ? {} : { url }) }}
      />
    </FormRow>
  );
};

/** The form of a scheme that belongs to this request alone. */
export const OwnAuthEditor = ({ auth }: { readonly auth: DraftAuth }) => {
  const scheme = auth.kind === 'own' ? schemeById(auth.scheme) : undefined;
  if (auth.kind !== 'own' || scheme === undefined) return null;
  const { settings } = auth;
  const jwt = typedToken(settings);
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
        <>
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
          {jwt !== undefined && <TypedToken jwt={jwt} />}
        </>
      }
    />
  );
};
