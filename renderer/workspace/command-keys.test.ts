import { describe, expect, it } from 'vitest';
import { shortcutOf, whyNotKeys, type KeyState } from './command-keys.ts';
import { commandById, commands, type Command } from './commands.ts';
import { keeperOf } from './kept-keys.ts';

const command = (id: string): Command => {
  const found = commandById(id);
  if (found === undefined) throw new Error(`There is no command ${id}.`);
  return found;
};
const on = (host: 'browser' | 'desktop', shortcuts: KeyState['shortcuts'] = {}): KeyState => ({
  host: { host },
  shortcuts,
});

describe('the keys of a command', () => {
  it.each<[string, KeyState, string, string | undefined]>([
    ['the usual ones', on('desktop'), 'new-request', 'mod+n'],
    ['those that a browser lets through', on('browser'), 'new-request', 'alt+n'],
    ['those that a person chose', on('browser', { 'new-request': 'mod+j' }), 'new-request', 'mod+j'],
    ['none where a person wants none', on('desktop', { 'new-request': null }), 'new-request', undefined],
    [
      'the usual ones where the chosen ones never arrive',
      on('browser', { 'new-request': 'mod+t' }),
      'new-request',
      'alt+n',
    ],
    ['the chosen ones on the desktop', on('desktop', { 'new-request': 'mod+t' }), 'new-request', 'mod+t'],
  ])('%s', (_, state, id, expected) => {
    expect(shortcutOf(command(id), state)).toBe(expected);
  });

  it.each(['browser', 'desktop'] as const)('are usually none that the %s keeps for itself', (host) => {
    const lost = commands.filter((each) => {
      const keys = shortcutOf(each, on(host));
      return keys !== undefined && keeperOf(keys, host) !== undefined;
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});

describe('keys that a command cannot have', () => {
  it.each<[string, string, KeyState, RegExp]>([
    ['a letter', 'a', on('desktop'), /for typing/],
    ['a capital letter', 'shift+a', on('desktop'), /for typing/],
    ['copying', 'mod+c', on('desktop'), /edits text/],
    ['a new tab of the browser', 'mod+t', on('browser'), /belongs to the browser/],
    ['another command’s', 'mod+s', on('desktop'), /“Save request”/],
    ['what another command was given', 'mod+j', on('desktop', { save: 'mod+j' }), /“Save request”/],
  ])('%s', (_, keys, state, expected) => {
    expect(whyNotKeys(command('send'), keys, state)).toMatch(expected);
  });

  it.each<[string, string, KeyState]>([
    ['free keys', 'mod+j', on('browser')],
    ['a function key', 'f9', on('browser')],
    ['its own', 'mod+enter', on('browser')],
    ['what the browser keeps, on the desktop', 'mod+t', on('desktop')],
    ['what was taken from another', 'mod+s', on('desktop', { save: null })],
  ])('but it can have %s', (_, keys, state) => {
    expect(whyNotKeys(command('send'), keys, state)).toBeUndefined();
  });
});
