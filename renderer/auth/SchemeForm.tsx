import type { ReactNode } from 'react';
import type { FormField, Scheme } from '../../shared/schemes/scheme.ts';
import type { SchemeSettings } from '../../shared/workspace/draft.ts';
import { plainSecret } from '../../shared/workspace/secret.ts';
import { FormHeading, FormRow } from '../ui/FieldFrame.tsx';
import { LinesInput } from '../ui/LinesInput.tsx';
import { SecretInput } from '../ui/SecretInput.tsx';
import { SecretLines } from '../ui/SecretLines.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import {
  formRows,
  openSettings,
  secretSetting,
  switchSetting,
  textSetting,
  type SettingValue,
} from './form-settings.ts';
import { openSecret } from './open-secret.ts';
import styles from './SchemeForm.module.css';

export interface SchemeFormProps {
  readonly scheme: Scheme;
  readonly settings: SchemeSettings;
  readonly onChange: (change: Readonly<Record<string, SettingValue>>) => void;
  /** Address of the request in hand: what is guessed for an empty field is read off it. */
  readonly url: string;
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
    <FormRow label={field.label} help={field.help}>
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
  const Input = field.kind === 'secret-lines' ? SecretLines : SecretInput;
  return (
    <Input
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      takesVariables
      value={'ref' in secret ? { kind: 'stored', tail: secret.tail } : { kind: 'typed', text: secret.plain }}
      open={'ref' in secret ? async () => openSecret(secret.ref) : undefined}
      onChange={(text) => {
        onChange({ [field.name]: plainSecret(text) });
      }}
    />
  );
};

const onEngine = 'A path on the computer where the engine of why401 runs.';

/** What stands in an empty field and below it: where a value is guessed, the guess and why; else the declared words. */
const hintOf = ({ field, scheme, settings, url }: FieldProps): Pick<FormField, 'placeholder' | 'help'> => {
  const isEmpty = textSetting(scheme, settings, field.name) === '';
  const guess = isEmpty ? field.guess?.(openSettings(scheme, settings), url) : undefined;
  if (guess !== undefined) return { placeholder: guess.value, help: `${guess.value}, ${guess.because}` };
  const help = field.help ?? (field.kind === 'file' ? onEngine : undefined);
  return {
    ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
    ...(help === undefined ? {} : { help }),
  };
};

type FieldProps = SchemeFormProps & { readonly field: FormField };

const Field = (props: FieldProps) => {
  const { field, scheme, settings, onChange, discovered, beside } = props;
  const text = {
    label: field.label,
    ...hintOf(props),
    value: textSetting(scheme, settings, field.name),
    takesVariables: true,
    onChange: (value: string) => {
      onChange({ [field.name]: value });
    },
  };
  switch (field.kind) {
    case 'lines':
      return <LinesInput {...text} />;
    case 'file':
    case 'text':
      return <TextInput {...text} isReadOnly={discovered.has(field.name)} end={beside(field)} />;
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
            label={field.help === undefined ? field.label : `${field.label}: ${field.help}`}
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
