import { describe, expect, test } from 'vitest';
import type { Folder } from './folder.ts';
import { placedVariables, variableOriginWords, type VariableScope } from './variable-places.ts';
import type { Variable } from './variable.ts';

const variable = (name: string, value: string, more: Partial<Variable> = {}): Variable => ({
  name,
  value,
  on: true,
  secret: false,
  ...more,
});
const folder = (path: string[], ...variables: Variable[]): Folder => ({
  path,
  auth: { kind: 'inherit' },
  variables,
});

const folders: readonly Folder[] = [
  folder([], variable('host', 'workspace'), variable('region', 'workspace')),
  folder(['Billing'], variable('host', 'billing'), variable('tenant', 'billing')),
  folder(['Billing', 'EU'], variable('host', 'eu')),
  folder(['Orders'], variable('tenant', 'orders')),
];
const environment = {
  id: 'e1',
  name: 'Staging',
  variables: [variable('host', 'staging'), variable('tenant', 'staging'), variable('key', 'staging')],
};
const at = (...path: string[]): VariableScope => ({ folder: path });

describe('which of several variables of one name counts', () => {
  test.each<[string, VariableScope, string, string | undefined, string]>([
    [
      'the request’s own before all',
      { folder: ['Billing', 'EU'], variables: [variable('host', 'request')] },
      'host',
      'request',
      'from this request; hides the ones of folder Billing / EU, folder Billing, environment Staging and the workspace',
    ],
    [
      'the nearest folder before one around it',
      at('Billing', 'EU'),
      'host',
      'eu',
      'from folder Billing / EU; hides the ones of folder Billing, environment Staging and the workspace',
    ],
    [
      'a folder around before the environment',
      at('Billing', 'EU'),
      'tenant',
      'billing',
      'from folder Billing; hides the one of environment Staging',
    ],
    [
      'the environment before the workspace',
      at('Orders'),
      'host',
      'staging',
      'from environment Staging; hides the one of the workspace',
    ],
    ['the workspace where nobody else has one', at('Orders'), 'region', 'workspace', 'from the workspace'],
    ['one that only the environment has', at('Billing'), 'key', 'staging', 'from environment Staging'],
    ['a request outside of the folders', at(), 'tenant', 'staging', 'from environment Staging'],
    ['a folder beside counts not', at('Shipping'), 'tenant', 'staging', 'from environment Staging'],
    [
      'a folder of the same name elsewhere counts not',
      at('Orders', 'Billing'),
      'tenant',
      'orders',
      'from folder Orders; hides the one of environment Staging',
    ],
    [
      'one that is switched off counts not',
      { folder: ['Billing'], variables: [variable('host', 'request', { on: false })] },
      'host',
      'billing',
      'from folder Billing; hides the ones of environment Staging and the workspace',
    ],
    [
      'of two in one place the last',
      { folder: [], variables: [variable('x', 'first'), variable('x', 'second')] },
      'x',
      'second',
      'from this request',
    ],
    [
      'an empty value is one',
      { folder: [], variables: [variable('host', '')] },
      'host',
      '',
      'from this request; hides the ones of environment Staging and the workspace',
    ],
    [
      'spaces around a name are not counted',
      { folder: [], variables: [variable(' x ', 'trimmed')] },
      'x',
      'trimmed',
      'from this request',
    ],
  ])('%s', (_, scope, name, value, origin) => {
    const placed = placedVariables(scope, { folders, environment }).get(name);
    expect(placed?.variable.value).toBe(value);
    expect(placed && variableOriginWords(placed)).toBe(origin);
  });
});

test.each<[string, VariableScope]>([
  ['a name nobody has', at('Billing')],
  ['a name without letters', { folder: [], variables: [variable(' ', 'x')] }],
])('nothing counts for %s', (_, scope) => {
  const placed = placedVariables(scope, { folders, environment });
  expect(placed.has('nobody')).toBe(false);
  expect([...placed.keys()]).not.toContain('');
});

test('without an environment the folders and the workspace still count', () => {
  const placed = placedVariables(at('Billing'), { folders, environment: undefined });
  expect(
    [...placed].map(
      ([
        name,
        {
          variable: { value },
        },
      ]) => [name, value],
    ),
  ).toEqual([
    ['host', 'billing'],
    ['tenant', 'billing'],
    ['region', 'workspace'],
  ]);
});
