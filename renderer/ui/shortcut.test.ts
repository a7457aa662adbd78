import { describe, expect, it } from 'vitest';
import { matchesShortcut, shortcutWords } from './shortcut.ts';

describe('shortcuts', () => {
  it.each([
    ['mod+k', '⌘K', 'Ctrl K'],
    ['mod+shift+s', '⇧⌘S', 'Ctrl Shift S'],
    ['alt+n', '⌥N', 'Alt N'],
    ['mod+enter', '⌘⏎', 'Ctrl ⏎'],
    ['escape', 'esc', 'esc'],
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
});
