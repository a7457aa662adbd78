import { expect, test } from 'vitest';
import { generators } from '../../shared/compose/generators.ts';
import { placedVariables } from '../../shared/workspace/variable-places.ts';
import { secretDots } from '../ui/use-secret-text.tsx';
import { describedVariables } from './variable-values.ts';

const variable = (name: string, more: { on?: boolean; secret?: boolean } = {}) => ({
  name,
  value: `value of ${name}`,
  on: true,
  secret: false,
  ...more,
});

test('without an environment there are the generators alone', () => {
  expect(describedVariables(new Map()).map(({ name, origin }) => [name, origin])).toEqual(
    generators.map(({ name }) => [name, 'generator']),
  );
});

test('variables with their origin; secrets are dots, what is off has no value, the last of one name counts', () => {
  const variables = [
    variable('host'),
    variable('key', { secret: true }),
    variable('off', { on: false }),
    variable('$uuid'),
    { ...variable('host'), value: 'later' },
  ];
  const environment = { id: 'e', name: 'Prod', variables };
  const values = describedVariables(placedVariables({ folder: [] }, { folders: [], environment }));
  expect(values.slice(0, 3)).toEqual([
    { name: 'host', shown: 'later', origin: 'environment Prod', told: 'from environment Prod' },
    { name: 'key', shown: secretDots, origin: 'environment Prod', told: 'from environment Prod' },
    { name: '$uuid', shown: 'value of $uuid', origin: 'environment Prod', told: 'from environment Prod' },
  ]);
  expect(values.map(({ name }) => name).filter((name) => name === '$uuid' || name === 'off')).toEqual([
    '$uuid',
  ]);
});
