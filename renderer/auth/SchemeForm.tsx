import type { ReactNode } from 'react';
import type { FormField, Scheme } from '../../shared/schemes/scheme.ts';
import type { SchemeSettings } from '../../shared/workspace/draft.ts';
import { plainSecret } from '../../shared/workspace/secret.ts';
import { paintVariables } from '../request/variable-marks.tsx';
import { FormHeading, FormRow } from '../ui/FieldFrame.tsx';
import { SecretInput } from '../ui/SecretInput.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { formRows, secretSetting, switchSetting, textSetting, type SettingValue } from './form-settings.ts';
import { openSecret } from './open-secret.ts';
import styles from './SchemeForm.module.css';

export interface SchemeFormProps {
  readonly scheme: Scheme;
  readonly settings: SchemeSettings;
  readonly onChange: (change: Readonly<Record<string, SettingValue>>) => void;
  readonly isKnownVariable: (name: string) => boolean;
  /** Fields that discovery filled: shown read-only. */
  readonly discovered: ReadonlySet<string>;
  /** Stands at the right end of a field's row. */
  readonly beside: (field: FormField) => ReactNode;
}

/** So few and short that all can be seen at once. */
const fitsSegments = (field: FormField): boolean =>
  (field.choices?.length ?? 0) <= 3 &&
  (field.choices ?? []).reduce((length, { label }) => length + label.length, 0) <= 52 &&
  (field.choices ?? []).every(({ note }) => note === undefined);

const Choice = ({
  field,
  value,
  onChange,
}: {
  readonly field: FormField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const choices = field.choices ?? [];
  return fitsSegments(field) ? (
    <FormRow label={field.label}>
      <SegmentedControl
        label={field.label}
        segments={choices.map((choice) => ({ id: choice.value, label: choice.label }))}
        value={value}
        onChange={onChange}
      />
    </FormRow>
  ) : (
    <Select
      label={field.label}
      help={field.help}
      options={choices.map((choice) => ({ id: choice.value, label: choice.label, note: choice.note }))}
      value={value}
      onChange={onChange}
    />
  );
};

const Secret = ({
  field,
  settings,
  onChange,
}: { readonly field: FormField } & Pick<SchemeFormProps, 'settings' | 'onChange'>) => {
  const secret = secretSetting(settings, field.name);
  return (
    <SecretInput
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      value={'ref' in secret ? { kind: 'stored', tail: secret.tail } : { kind: 'typed', text: secret.plain }}
      open={'ref' in secret ? async () => openSecret(secret.ref) : undefined}
      onChange={(text) => {
        onChange({ [field.name]: plainSecret(text) });
      }}
    />
  );
};

const Field = ({
  field,
  scheme,
  settings,
  onChange,
  isKnownVariable,
  discovered,
  beside,
}: SchemeFormProps & { readonly field: FormField }) => {
  switch (field.kind) {
    case 'lines':
      return (
        <TextArea
          label={field.label}
          help={field.help}
          {...(field.placeholder === undefined ? {} : { placeholder: field.placeholder })}
          rows={6}
          value={textSetting(scheme, settings, field.name)}
          onChange={(value) => {
            onChange({ [field.name]: value });
          }}
        />
      );
    case 'file':
    case 'text': {
      const fixed = discovered.has(field.name);
      return (
        <TextInput
          label={field.label}
          help={field.help}
          placeholder={field.placeholder}
          value={textSetting(scheme, settings, field.name)}
          isReadOnly={fixed}
          paint={(text) => paintVariables(text, isKnownVariable)}
          end={beside(field)}
          onChange={(value) => {
            onChange({ [field.name]: value });
          }}
        />
      );
    }
    case 'secret-lines':
    case 'secret':
      return <Secret field={field} settings={settings} onChange={onChange} />;
    case 'choice':
      return (
        <Choice
          field={field}
          value={textSetting(scheme, settings, field.name)}
          onChange={(value) => {
            onChange({ [field.name]: value });
          }}
        />
      );
    case 'switch':
      return (
        <FormRow label={field.label}>
          <Switch
            isOn={switchSetting(scheme, settings, field.name)}
            onChange={(on) => {
              onChange({ [field.name]: on });
            }}
          >
            <span className={styles['words']}>{field.help ?? ''}</span>
          </Switch>
        </FormRow>
      );
    default:
      return field.kind satisfies never;
  }
};

/** The form of any scheme, made from its declaration. Stands in a FormGrid. */
export const SchemeForm = (props: SchemeFormProps) =>
  formRows(props.scheme, props.settings).flatMap(({ field, heading }) => [
    ...(heading === undefined ? [] : [<FormHeading key={`# ${heading}`}>{heading}</FormHeading>]),
    <Field key={field.name} field={field} {...props} />,
  ]);
