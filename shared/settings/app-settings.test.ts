import { expect, test } from 'vitest';
import { appSettingsIn, usualSettings } from './app-settings.ts';

test.each([
  ['nothing', {}, {}],
  ['no object', { settings: 'all' }, {}],
  [
    'what was chosen',
    { settings: { density: 'compact', newRequestTimeoutMs: 0 } },
    { density: 'compact', newRequestTimeoutMs: 0 },
  ],
  [
    'one part that cannot be read',
    { settings: { density: 'tiny', textSize: 'large' } },
    { textSize: 'large' },
  ],
  ['numbers out of bounds', { settings: { newRequestTimeoutMs: -1 } }, {}],
  ['settings that are not known', { settings: { colour: 'red' } }, {}],
])('%s', (_, preferences, expected) => {
  expect(appSettingsIn(preferences)).toEqual({ ...usualSettings, ...expected });
});
