import { expect, test } from 'vitest';
import { generators } from '../../shared/compose/generators.ts';
import { secretDots } from '../ui/use-secret-text.tsx';
import { valuesOf } from './variable-values.ts';

const variable = (name: string, more: { on?: boolean; secret?: boolean } = {}) => ({
  name,
  value: `value of ${name}`,
  on: true,
  secret: false,
  ...more,
});

test('without an environment there are the generators alone', () => {
  expect(valuesOf(undefined).map(({ name, origin }) => [name, origin])).toEqual(
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
  const values = valuesOf({ id: 'e', name: 'Prod', variables });
  expect(values.slice(0, 3)).toEqual([
    { name: 'host', shown: 'later', origin: 'environment Prod' },
    { name: 'key', shown: secretDots, origin: 'environment Prod' },
    { name: '$uuid', shown: 'value of $uuid', origin: 'environment Prod' },
  ]);
  expect(values.map(({ name }) => name).filter((name) => name === '$uuid' || name === 'off')).toEqual([
    '$uuid',
  ]);
});
