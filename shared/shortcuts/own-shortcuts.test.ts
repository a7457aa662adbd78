import { expect, test } from 'vitest';
import { ownShortcutsIn } from './own-shortcuts.ts';

test.each([
  [{}, {}],
  [{ shortcuts: [] }, {}],
  [{ shortcuts: { send: 5 } }, {}],
  [{ shortcuts: { send: '' } }, {}],
  [{ shortcuts: { send: 'mod+j', save: null } }, { send: 'mod+j', save: null }],
])('%j', (preferences, expected) => {
  expect(ownShortcutsIn(preferences)).toEqual(expected);
});
