import { isRecord } from '../../exchange/json.ts';
import { maskSecret } from '../../exchange/redact.ts';
import { readForeignAuth } from '../../import/foreign-auth.ts';
import { schemeById } from '../../schemes/index.ts';
import type { OpenSettings, Scheme } from '../../schemes/scheme.ts';
import type { DraftAuth, SchemeSettings } from '../../workspace/draft.ts';
import { typedSecret } from '../../workspace/secret.ts';
import { isOpenText } from '../../workspace/secret-spans.ts';

export interface WrittenAuth {
  /** As Postman's format 2.1 says it; absent where the folder above decides. */
  readonly auth?: Readonly<Record<string, unknown>>;
  /** What Postman has no place for, one sentence without its end each. */
  readonly left: readonly string[];
}

/** Auth of ours, secrets opened, as Postman's. */
export const postmanAuth = (auth: Exclude<DraftAuth, { kind: 'profile' }>, masked: boolean): WrittenAuth => {
  if (auth.kind === 'inherit') return { left: [] };
  if (auth.kind === 'none') return { auth: { type: 'noauth' }, left: [] };
  const scheme = schemeById(auth.scheme);
  const type = scheme?.foreign?.postman?.types[0];
  const write = scheme?.foreign?.postman?.write;
  if (scheme === undefined || type === undefined || write === undefined) {
    return { auth: { type: 'noauth' }, left: [`Postman has no ${scheme?.label ?? auth.scheme}`] };
  }
  const settings: OpenSettings = { ...scheme.initial, ...opened(auth.settings) };
  const values = write(masked ? withoutSecrets(scheme, settings) : settings);
  return {
    auth: { type, [type]: pairsOf(values) },
    left: lostSettings(scheme, settings, { type, [type]: pairsOf(write(settings)) }),
  };
};

/** The type of a value is part of it: what is a switch in Postman must not come as a text. */
const pairsOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([key, value]) =>
    value === 'true' || value === 'false'
      ? { key, value: value === 'true', type: 'boolean' }
      : { key, value, type: 'string' },
  );

const opened = (settings: SchemeSettings): OpenSettings =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, isRecord(value) ? typedSecret(value) : value]),
  );

/** A variable in the place of a secret hides nothing and stays. */
const withoutSecrets = ({ form }: Scheme, settings: OpenSettings): OpenSettings =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const isSecret = form.some((field) => field.name === name && field.kind.startsWith('secret'));
      const isHidden = isSecret && typeof value === 'string' && !isOpenText(value);
      return [name, isHidden ? maskSecret(value, false) : value];
    }),
  );

/** What comes back otherwise when it is read again. */
const lostSettings = (
  scheme: Scheme,
  settings: OpenSettings,
  written: Readonly<Record<string, unknown>>,
): readonly string[] => {
  const again = readForeignAuth('postman', written);
  const got: SchemeSettings = again.kind === 'read' && again.auth.kind === 'own' ? again.auth.settings : {};
  const read: OpenSettings = { ...scheme.initial, ...opened(got) };
  const lost = scheme.form.filter(
    ({ name, when }) => when?.(settings) !== false && settings[name] !== read[name],
  );
  return lost.length === 0 ? [] : [`${scheme.label} without ${lost.map(({ label }) => label).join(', ')}`];
};
