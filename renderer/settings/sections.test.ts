import { describe, expect, it } from 'vitest';
import { findSettings, settingsSections } from './sections.ts';

const found = (typed: string): readonly string[] =>
  findSettings(settingsSections, typed).flatMap(({ rows }) => rows.map(({ id }) => id));

describe('the settings', () => {
  it('name each row and section once', () => {
    const ids = settingsSections.flatMap(({ id, rows }) => [id, ...rows.map((row) => row.id)]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each([
    ['proxy', ['proxy']],
    ['TIMEOUT', ['deadline']],
    ['mtls', ['hosts']],
    ['dark', ['theme', 'shortcut-theme-dark']],
    ['history keep', ['retention']],
    ['send request keys', ['shortcut-send']],
    ['keychain', ['secrets']],
    ['no such thing', []],
  ])('%s finds %j', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it('a title finds its whole section, and nothing typed finds all', () => {
    const appearance = settingsSections.find(({ id }) => id === 'appearance');
    expect(found('appearance')).toEqual(appearance?.rows.map(({ id }) => id));
    expect(found(' ')).toEqual(settingsSections.flatMap(({ rows }) => rows.map(({ id }) => id)));
  });
});
