import { describe, expect, it } from 'vitest';
import { menuCommands } from '../../electron/main/menu.ts';
import { bootedWindow } from '../state/window.test-support.ts';
import { shortcutOf } from './command-keys.ts';
import { commandById, commands } from './commands.ts';
import { paletteGroups } from './palette-items.ts';

const noRemedies = { plans: [], found: [], run: () => undefined };

describe('the table of commands', () => {
  it.each(['desktop', 'browser'] as const)('gives no keys twice on the %s host', (host) => {
    const keys = commands.flatMap((command) => shortcutOf(command, { host: { host }, shortcuts: {} }) ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('names each command once and knows every one of the desktop’s menu', () => {
    const ids = commands.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(menuCommands.filter((id) => commandById(id) === undefined)).toEqual([]);
  });

  it('says which commands make sense', async () => {
    const { actions, state } = await bootedWindow();
    const isPossible = (id: string) => commandById(id)?.isPossible?.(state()) !== false;
    expect(isPossible('send')).toBe(false);
    expect(isPossible('report')).toBe(false);
    actions.openRequest('me');
    expect(isPossible('send')).toBe(true);
    expect(isPossible('report')).toBe(false);
    await actions.send();
    expect(isPossible('report')).toBe(true);
    expect(isPossible('cancel')).toBe(false);
  });
});

describe('the palette', () => {
  const labels = async (query: string) => {
    const { actions, state } = await bootedWindow();
    return paletteGroups(state(), actions, noRemedies, query, 0).map((group) => ({
      id: group.id,
      labels: group.items.map(({ label }) => label),
    }));
  };

  it('finds requests and history by name, before commands', async () => {
    expect(await labels('refunds')).toEqual([{ id: 'requests', labels: ['refunds', 'POST refunds'] }]);
  });

  it('finds by address and folder what has another name', async () => {
    expect(await labels('billing inv')).toEqual([{ id: 'requests', labels: ['invoices'] }]);
  });

  it('puts first what begins with what was typed', async () => {
    const groups = await labels('new');
    expect(groups.at(-1)?.labels[0]).toBe('New request');
  });

  it('offers environments but not the chosen one', async () => {
    const [group] = await labels('environment');
    expect(group?.labels).toContain('Switch to environment staging');
    expect(group?.labels).not.toContain('Switch to environment prod');
  });

  it('finds in the whole history what the window does not hold', async () => {
    const { actions, state } = await bootedWindow();
    const entry = {
      id: 'old',
      atMs: 0,
      method: 'GET',
      url: 'https://old.example/x',
      name: '',
      durationMs: 1,
    };
    const groups = paletteGroups(state(), actions, { ...noRemedies, found: [entry] }, 'teapot', 0);
    expect(groups.map(({ items }) => items.map(({ id }) => id))).toEqual([['history:old']]);
  });

  it('offers first what was used lately, once', async () => {
    const { actions, state } = await bootedWindow();
    actions.remember('command:settings');
    actions.remember('request:me');
    actions.remember('request:gone');
    const groups = paletteGroups(state(), actions, noRemedies, '', 0);
    expect(groups[0]).toMatchObject({
      id: 'recent',
      items: [{ id: 'request:me' }, { id: 'command:settings' }],
    });
    const ids = groups.flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('is empty where nothing matches', async () => {
    expect(await labels('zzz')).toEqual([]);
  });
});
