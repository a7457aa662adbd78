import { describe, expect, it } from 'vitest';
import { matchesShortcut, shortcutOfPress, shortcutWords } from './shortcut.ts';

describe('shortcuts', () => {
  it.each([
    ['mod+k', '⌘K', 'Ctrl K'],
    ['mod+shift+s', '⇧⌘S', 'Ctrl Shift S'],
    ['alt+n', '⌥N', 'Alt N'],
    ['mod+enter', '⌘⏎', 'Ctrl ⏎'],
    ['escape', 'esc', 'esc'],
    ['mod+plus', '⌘+', 'Ctrl +'],
    ['shift+f5', '⇧F5', 'Shift F5'],
  ])('%s reads %s or %s', (shortcut, mac, other) => {
    expect(shortcutWords(shortcut, true)).toBe(mac);
    expect(shortcutWords(shortcut, false)).toBe(other);
  });

  const press = (
    key: string,
    held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {},
  ) => ({
    key,
    code: `Key${key.toUpperCase()}`,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...held,
  });

  it.each([
    ['Ctrl+K', press('k', { ctrlKey: true }), 'mod+k', false, true],
    ['⌘K on a Mac', press('k', { metaKey: true }), 'mod+k', true, true],
    ['Ctrl+K on a Mac is something else', press('k', { ctrlKey: true }), 'mod+k', true, false],
    [
      'capital letters under Shift',
      press('S', { ctrlKey: true, shiftKey: true }),
      'mod+shift+s',
      false,
      true,
    ],
    ['one modifier too many', press('k', { ctrlKey: true, altKey: true }), 'mod+k', false, false],
    ['one too few', press('s', { ctrlKey: true }), 'mod+shift+s', false, false],
    ['a letter alone', press('k'), 'mod+k', false, false],
    [
      'Option types another letter on a Mac',
      { ...press('˜', { altKey: true }), code: 'KeyN' },
      'alt+n',
      true,
      true,
    ],
  ])('%s', (_, event, shortcut, mac, expected) => {
    expect(matchesShortcut(event, shortcut, mac)).toBe(expected);
  });

  it.each([
    ['Ctrl+K', press('k', { ctrlKey: true }), false, 'mod+k'],
    ['Ctrl+Shift+S', press('S', { ctrlKey: true, shiftKey: true }), false, 'mod+shift+s'],
    ['Option types another letter', { ...press('˜', { altKey: true }), code: 'KeyN' }, true, 'alt+n'],
    ['Alt and a digit', { ...press('¡', { altKey: true }), code: 'Digit1' }, true, 'alt+1'],
    ['a plus', { ...press('+', { ctrlKey: true }), code: 'BracketRight' }, false, 'mod+plus'],
    ['a space', { ...press(' ', { ctrlKey: true }), code: 'Space' }, false, 'mod+space'],
    ['a modifier alone', press('Control', { ctrlKey: true }), false, undefined],
    ['Ctrl on a Mac', press('k', { ctrlKey: true }), true, undefined],
    ['the Windows key', press('k', { metaKey: true }), false, undefined],
    ['a dead key', { ...press('Dead'), code: 'BracketLeft' }, false, undefined],
  ])('%s is recorded, and then matched', (_, event, mac, expected) => {
    const recorded = shortcutOfPress(event, mac);
    expect(recorded).toBe(expected);
    expect(recorded === undefined || matchesShortcut(event, recorded, mac)).toBe(true);
  });
});
