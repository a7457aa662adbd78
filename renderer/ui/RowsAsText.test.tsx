// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { emptyRow, type KeyValue } from './key-values.ts';
import { KeyValueTable } from './KeyValueTable.tsx';

const Table = ({ first }: { readonly first: readonly KeyValue[] }) => {
  const [rows, setRows] = useState(first);
  return <KeyValueTable label="Header" rows={rows} blank={emptyRow} isBulkEditable onChange={setRows} />;
};

afterEach(cleanup);

const area = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Headers as text' });

test('rows are turned into text and back; what was typed stays as it was typed', () => {
  render(
    <Table
      first={[
        { name: 'a', value: '1', on: true },
        { name: 'a', value: '2', on: false },
      ]}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Headers as text' }));
  expect(area().value).toBe('a: 1\n# a: 2');

  fireEvent.change(area(), { target: { value: 'b:1\n\n  //c: {{d}}\n' } });
  expect(area().value).toBe('b:1\n\n  //c: {{d}}\n');

  fireEvent.click(screen.getByRole('button', { name: 'Headers as a table' }));
  const value = (name: string): string => screen.getByRole<HTMLInputElement>('textbox', { name }).value;
  expect(['Header 1, name', 'Header 1, value', 'Header 2, name', 'Header 2, value'].map(value)).toEqual([
    'b',
    '1',
    'c',
    '{{d}}',
  ]);
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Send c' }).checked).toBe(false);
});
