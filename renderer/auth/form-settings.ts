import type { FormField, OpenSettings, Scheme } from '../../shared/schemes/scheme.ts';
import type { SchemeSettings } from '../../shared/workspace/draft.ts';
import type { SecretText } from '../../shared/workspace/secret.ts';

/** A text, a switch or a secret of a form, as it is kept. */
export type SettingValue = SchemeSettings[string];

const isSecretText = (value: SettingValue | undefined): value is SecretText =>
  typeof value === 'object' && value !== null;

/** What the settings hold, the scheme's own values where they hold nothing. Stored secrets stay closed: empty. */
export const openSettings = (scheme: Scheme, settings: SchemeSettings): OpenSettings => ({
  ...scheme.initial,
  ...Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      isSecretText(value) ? ('plain' in value ? value.plain : '') : value,
    ]),
  ),
});

/** The fields of a form that apply to these settings, with the heading of each group before its first field. */
export const formRows = (
  scheme: Scheme,
  settings: SchemeSettings,
): readonly { readonly field: FormField; readonly heading: string | undefined }[] => {
  const open = openSettings(scheme, settings);
  const fields = scheme.form.filter(({ when }) => when === undefined || when(open));
  return fields.map((field, at) => ({
    field,
    heading: field.group === fields[at - 1]?.group ? undefined : field.group,
  }));
};

export const textSetting = (scheme: Scheme, settings: SchemeSettings, name: string): string => {
  const value = settings[name] ?? scheme.initial[name];
  return typeof value === 'string' ? value : '';
};

export const switchSetting = (scheme: Scheme, settings: SchemeSettings, name: string): boolean =>
  (settings[name] ?? scheme.initial[name]) === true;

export const secretSetting = (settings: SchemeSettings, name: string): SecretText => {
  const value = settings[name];
  if (isSecretText(value)) return value;
  return { plain: typeof value === 'string' ? value : '' };
};

/** A typed secret that is not stored yet must not be taken away from under the person who types it. */
export const hasTypedSecret = (settings: SchemeSettings): boolean =>
  Object.values(settings).some((value) => isSecretText(value) && 'plain' in value && value.plain !== '');
