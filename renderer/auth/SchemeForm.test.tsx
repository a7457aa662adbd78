// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { schemes } from '../../shared/schemes/index.ts';
import type { FormField, Scheme } from '../../shared/schemes/scheme.ts';
import type { SchemeSettings } from '../../shared/workspace/draft.ts';
import { formRows } from './form-settings.ts';
import { SchemeForm, type SchemeFormProps } from './SchemeForm.tsx';

afterEach(cleanup);

const show = (
  scheme: Scheme,
  settings: SchemeSettings = {},
  discovered: readonly string[] = [],
  url = 'https://api.acme.example/',
) => {
  const onChange = vi.fn<SchemeFormProps['onChange']>();
  render(
    <SchemeForm
      scheme={scheme}
      settings={settings}
      onChange={onChange}
      url={url}
      discovered={new Set(discovered)}
      beside={() => undefined}
    />,
  );
  return onChange;
};

test.each(schemes().map((scheme) => [scheme.label, scheme] as const))(
  '%s: every field can be found by its label',
  (_, scheme) => {
    show(scheme);
    for (const { field } of formRows(scheme, {})) {
      expect(screen.getAllByText(field.label).length).toBeGreaterThan(0);
    }
  },
);

const withField = (kind: 'text' | 'secret', fromDiscovery = false) => {
  for (const scheme of schemes()) {
    const field = scheme.form.find(
      (each) => each.kind === kind && (each.fromDiscovery === true) === fromDiscovery,
    );
    if (field !== undefined) return { scheme, field };
  }
  throw new Error(`no scheme has a field of kind ${kind}`);
};

test('a typed text is handed on as it is', () => {
  const { scheme, field } = withField('text');
  const onChange = show(scheme);
  fireEvent.change(screen.getByRole('textbox', { name: field.label }), { target: { value: ' ada ' } });
  expect(onChange).toHaveBeenCalledWith({ [field.name]: ' ada ' });
});

test('a stored secret is drawn as dots with its tail alone', () => {
  const { scheme, field } = withField('secret');
  show(scheme, { [field.name]: { ref: 'vault-entry-17', tail: 'kQ' } });
  const box = screen.getByLabelText(field.label);
  expect(box instanceof HTMLInputElement ? box.value : '').toBe('••••••••kQ');
  expect(document.body.innerHTML).not.toContain('vault-entry-17');
});

test('what discovery filled in is not typed over', () => {
  const { scheme, field } = withField('text', true);
  show(scheme, { [field.name]: 'https://login.acme.example/token' }, [field.name]);
  expect(screen.getByRole('textbox', { name: field.label }).hasAttribute('readonly')).toBe(true);
});

/** A scheme whose form is this one field. */
const schemeOf = (field: FormField): Scheme => {
  const [first] = schemes();
  if (first === undefined) throw new Error('there is no scheme');
  return { ...first, form: [field], initial: { [field.name]: '' } };
};

const region: FormField = {
  name: 'region',
  label: 'Region',
  kind: 'text',
  placeholder: 'eu-central-1',
  help: 'Where the service runs.',
  guess: (_, url) =>
    url.includes('amazonaws') ? { value: 'us-east-1', because: 'from the host' } : undefined,
};

test.each([
  ['guessed from the address', '', 'https://s3.amazonaws.com/', 'us-east-1', 'us-east-1, from the host'],
  ['nothing to guess from', '', 'https://api.acme.example/', 'eu-central-1', 'Where the service runs.'],
  ['typed', 'sa-east-1', 'https://s3.amazonaws.com/', 'eu-central-1', 'Where the service runs.'],
])('an empty field says what is taken for it and why: %s', (_, value, url, placeholder, help) => {
  show(schemeOf(region), { region: value }, [], url);
  expect(screen.getByRole('textbox', { name: 'Region' }).getAttribute('placeholder')).toBe(placeholder);
  expect(screen.getByText(help)).toBeDefined();
});

const pem = '-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PRIVATE KEY-----';

test('a key keeps its line breaks, and is not drawn in plain', () => {
  const field: FormField = { name: 'key', label: 'Private key', kind: 'secret-lines' };
  const onChange = show(schemeOf(field), { key: { plain: pem } });
  const area = screen.getByLabelText('Private key');
  expect(area instanceof HTMLTextAreaElement ? area.value : '').toBe('••••••••');
  fireEvent.focus(area);
  expect(area instanceof HTMLTextAreaElement ? area.value : '').toBe(pem);
  expect(area.hasAttribute('data-concealed')).toBe(true);
  expect(document.querySelector('pre')?.textContent).not.toContain('MC4CAQAw');
  fireEvent.change(area, { target: { value: `${pem}\n` } });
  expect(onChange).toHaveBeenCalledWith({ key: { plain: `${pem}\n` } });
});

test('lines are typed as they are, and a path says whose disk it is on', () => {
  const onChange = show(schemeOf({ name: 'claims', label: 'Claims', kind: 'lines' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Claims' }), { target: { value: '{\n}' } });
  expect(onChange).toHaveBeenCalledWith({ claims: '{\n}' });
  cleanup();
  show(schemeOf({ name: 'path', label: 'Certificate', kind: 'file' }));
  expect(screen.getByText(/engine of why401 runs/)).toBeDefined();
});

test.each([
  ['with help', 'Sign the body', 'Only where the server checks it.', /^Sign the body: Only where/],
  ['without', 'Sign the body', undefined, /^Sign the body$/],
])('a switch has a name: %s', (_, label, help, name) => {
  show(schemeOf({ name: 'on', label, kind: 'switch', ...(help === undefined ? {} : { help }) }));
  expect(screen.getByRole('switch', { name })).toBeDefined();
});
