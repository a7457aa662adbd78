// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { schemes } from '../../shared/schemes/index.ts';
import type { Scheme } from '../../shared/schemes/scheme.ts';
import type { SchemeSettings } from '../../shared/workspace/draft.ts';
import { formRows } from './form-settings.ts';
import { SchemeForm, type SchemeFormProps } from './SchemeForm.tsx';

afterEach(cleanup);

const show = (scheme: Scheme, settings: SchemeSettings = {}, discovered: readonly string[] = []) => {
  const onChange = vi.fn<SchemeFormProps['onChange']>();
  render(
    <SchemeForm
      scheme={scheme}
      settings={settings}
      onChange={onChange}
      isKnownVariable={() => true}
      discovered={new Set(discovered)}
      beside={() => undefined}
    />,
  );
  return onChange;
};

test.each(schemes.map((scheme) => [scheme.label, scheme] as const))(
  '%s: every field can be found by its label',
  (_, scheme) => {
    show(scheme);
    for (const { field } of formRows(scheme, {})) {
      expect(screen.getAllByText(field.label).length).toBeGreaterThan(0);
    }
  },
);

const withField = (kind: 'text' | 'secret', fromDiscovery = false) => {
  for (const scheme of schemes) {
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
