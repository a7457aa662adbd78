import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Keychain } from './keychain.ts';
import { openKeychain } from './keychain.ts';
import { openText, sealText } from './sealed.ts';
import { openVault } from './vault.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why401-vault-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const noKeychain = async (): Promise<undefined> => undefined;
const open = (keychain: () => Promise<Keychain | undefined> = noKeychain) => openVault({ folder, keychain });
const file = (): string => join(folder, 'vault.json');
const entriesOf = async (): Promise<Record<string, string>> =>
  (JSON.parse(await readFile(file(), 'utf8')) as { entries: Record<string, string> }).entries;

const fakeKeychain = (): { chain: Keychain; held: () => Uint8Array | undefined } => {
  let held: Uint8Array | undefined;
  return {
    chain: {
      read: async () => held,
      write: async (secret) => {
        held = Uint8Array.from(secret);
      },
    },
    held: () => held,
  };
};

describe('sealed texts', () => {
  const key = new Uint8Array(32).fill(7);

  test.each(['', 'a', 'pässwörd 🔑', 'x'.repeat(100_000)])('open again', (text) => {
    expect(openText(key, sealText(key, text, 'a'), 'a')).toBe(text);
  });

  test('never look the same twice', () => {
    expect(sealText(key, 'same', 'a')).not.toBe(sealText(key, 'same', 'a'));
  });

  test('do not open for something else, under another key, cut short or changed in any byte', () => {
    const sealed = sealText(key, 'secret', 'a');
    expect(openText(key, sealed, 'b')).toBeUndefined();
    expect(openText(new Uint8Array(32).fill(8), sealed, 'a')).toBeUndefined();
    expect(openText(key, sealed.slice(0, 20), 'a')).toBeUndefined();
    expect(openText(key, '', 'a')).toBeUndefined();
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openText(key, changed.toString('base64url'), 'a')).toBeUndefined();
    }
  });
});

describe('without a keychain', () => {
  test('secrets survive a restart, the file shows none, only the owner may read', async () => {
    const first = await open();
    expect(first.kind).toBe('key-file');
    expect(first.notice).toContain('no keychain');
    const id = await first.put('hunter22');
    expect(await (await open()).get(id)).toBe('hunter22');
    expect(await readFile(file(), 'utf8')).not.toContain('hunter22');
    if (process.platform !== 'win32') {
      expect((await stat(file())).mode & 0o777).toBe(0o600);
      expect((await stat(join(folder, 'vault.key'))).mode & 0o777).toBe(0o600);
    }
  });

  test('put replaces, remove removes, unknown ids are absent', async () => {
    const vault = await open();
    const id = await vault.put('one');
    expect(await vault.put('two', id)).toBe(id);
    expect(await vault.get(id)).toBe('two');
    await vault.remove([id, 'never-there']);
    expect(await vault.get(id)).toBeUndefined();
    expect(await vault.get('__proto__')).toBeUndefined();
    expect(await vault.get('constructor')).toBeUndefined();
  });

  test('sealed texts open only for their purpose', async () => {
    const vault = await open();
    const sealed = await vault.seal('draft', 'history a');
    expect(await (await open()).unseal(sealed, 'history a')).toBe('draft');
    expect(await vault.unseal(sealed, 'history b')).toBeUndefined();
  });
});

describe('what was tampered with is refused and left as it is', () => {
  test.each<[string, string]>([
    ['cut short', '{"version":1,"key":"key-f'],
    ['empty', ''],
    ['another shape', '{"version":1,"entries":[]}'],
    ['a key too many', '{"version":1,"key":"key-file","check":"","entries":{},"x":1}'],
  ])('%s', async (_, text) => {
    await (await open()).put('hunter22');
    await writeFile(file(), text);
    const vault = await open();
    expect(vault.notice).toContain('damaged');
    await expect(vault.get('a')).rejects.toMatchObject({ code: 'unreadable-file' });
    await expect(vault.put('b')).rejects.toMatchObject({ code: 'unreadable-file' });
    expect(await readFile(file(), 'utf8')).toBe(text);
  });

  test('damage that happens while the vault is open', async () => {
    const vault = await open();
    const id = await vault.put('hunter22');
    await writeFile(file(), 'garbage');
    await expect(vault.get(id)).rejects.toMatchObject({ code: 'unreadable-file' });
    await expect(vault.put('b')).rejects.toMatchObject({ code: 'unreadable-file' });
    expect(await readFile(file(), 'utf8')).toBe('garbage');
  });

  test('a newer format', async () => {
    const text = '{"version":2}';
    await writeFile(file(), text);
    const vault = await open();
    expect(vault.notice).toContain('newer why401');
    await expect(vault.put('b')).rejects.toMatchObject({ code: 'newer-format' });
    expect(await readFile(file(), 'utf8')).toBe(text);
  });

  test('two entries that changed places', async () => {
    const vault = await open();
    const a = await vault.put('secret of a');
    const b = await vault.put('secret of b');
    const text = await readFile(file(), 'utf8');
    const entries = await entriesOf();
    await writeFile(
      file(),
      text
        .replace(entries[a] ?? '', 'x')
        .replace(entries[b] ?? '', entries[a] ?? '')
        .replace('"x"', `"${entries[b]}"`),
    );
    await expect(vault.get(a)).rejects.toMatchObject({ code: 'unreadable-file' });
    await expect(vault.get(b)).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  test('a key that is gone, or another one', async () => {
    const id = await (await open()).put('hunter22');
    const key = join(folder, 'vault.key');
    const good = await readFile(key, 'utf8');
    await unlink(key);
    const without = await open();
    expect(without.notice).toContain('missing');
    await expect(without.get(id)).rejects.toMatchObject({ code: 'vault-locked' });
    await writeFile(key, Buffer.alloc(32, 1).toString('base64url'));
    await expect(without.get(id)).rejects.toMatchObject({ code: 'vault-locked' });
    await writeFile(key, good);
    expect(await without.get(id)).toBe('hunter22');
    expect(without.notice).toContain('no keychain');
  });
});

describe('with a keychain', () => {
  test('the key lies there and nowhere else', async () => {
    const { chain, held } = fakeKeychain();
    const vault = await open(async () => chain);
    expect(vault.kind).toBe('keychain');
    expect(vault.notice).toBeUndefined();
    expect(held()).toHaveLength(32);
    await expect(stat(join(folder, 'vault.key'))).rejects.toThrow('ENOENT');
    const id = await vault.put('hunter22');
    expect(await (await open(async () => chain)).get(id)).toBe('hunter22');
  });

  test('a keychain that fails gives way to the key file', async () => {
    const chain: Keychain = {
      read: async () => {
        throw new Error('locked');
      },
      write: async () => undefined,
    };
    expect((await open(async () => chain)).kind).toBe('key-file');
  });

  test('a keychain that forgets at once gives way to the key file', async () => {
    const chain: Keychain = { read: async () => undefined, write: async () => undefined };
    expect((await open(async () => chain)).kind).toBe('key-file');
  });

  test('once it holds the key, its absence locks the vault rather than starting another', async () => {
    const { chain } = fakeKeychain();
    const id = await (await open(async () => chain)).put('hunter22');
    const before = await readFile(file(), 'utf8');
    const locked = await open();
    expect(locked.notice).toContain('Unlock it');
    await expect(locked.get(id)).rejects.toMatchObject({ code: 'vault-locked' });
    await expect(locked.put('b')).rejects.toMatchObject({ code: 'vault-locked' });
    expect(await readFile(file(), 'utf8')).toBe(before);
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['it is switched off', { WHY401_KEYCHAIN: 'off', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }],
    ...(process.platform === 'linux' ? [['there is no session bus', {}] as [string, NodeJS.ProcessEnv]] : []),
  ])('the system is not asked where %s', async (_, env) => {
    expect(await openKeychain('test', 100, env)).toBeUndefined();
  });
});

describe('several writers', () => {
  test('in one process keep each other’s entries', async () => {
    const vaults = await Promise.all([open(), open(), open()]);
    const ids = await Promise.all(
      vaults.flatMap((vault, n) => Array.from({ length: 5 }, (_, k) => vault.put(`${n}-${k}`))),
    );
    const values = await Promise.all(ids.map(async (id) => (await open()).get(id)));
    expect(new Set(values)).toEqual(
      new Set([0, 1, 2].flatMap((n) => [0, 1, 2, 3, 4].map((k) => `${n}-${k}`))),
    );
  });

  test('in several processes make one key and keep all entries', async () => {
    const source = `
      import { openVault } from ${JSON.stringify(new URL('./vault.ts', import.meta.url).href)};
      const vault = await openVault({ folder: process.argv[1], keychain: async () => undefined });
      for (let n = 0; n < 5; n += 1) await vault.put(process.argv[2] + n, 'id-' + process.argv[2] + n);
    `;
    const children = ['a', 'b', 'c'].map((name) =>
      spawn(process.execPath, ['--input-type=module-typescript', '-e', source, folder, name], {
        stdio: 'inherit',
      }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
    expect(codes).toEqual([0, 0, 0]);
    const vault = await open();
    for (const name of ['a', 'b', 'c']) {
      for (let n = 0; n < 5; n += 1) expect(await vault.get(`id-${name}${n}`)).toBe(`${name}${n}`);
    }
  });
});
