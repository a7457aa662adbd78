import { readFileSync } from 'node:fs';
import { DebugLogger } from 'builder-util';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { describe, expect, test } from 'vitest';

type Versions = Readonly<Record<string, string>>;

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly optionalDependencies: Versions;
};
const versions = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

describe('dependencies', () => {
  const rows = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| (\S+) +\| (.+?) +\|$/gm)];
  const listed = new Map(rows.map(([, name = '', reason = '']) => [name, reason]));

  test('each is listed with its reason, and no other', () => {
    const names = [...listed.keys()].filter((name) => name !== 'package' && !/^-+$/.test(name));
    expect(names.toSorted()).toEqual(Object.keys(versions).toSorted());
  });

  test.each(Object.entries(versions))('%s %s is pinned exactly', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('packaging', () => {
  const load = async () => {
    const configuration = await getConfig(process.cwd(), 'electron-builder.yml', null);
    await validateConfiguration(configuration, new DebugLogger(false));
    return configuration;
  };

  test('the settings fit the schema', async () => {
    expect(await load()).toMatchObject({
      appId: expect.stringMatching(/^[a-z0-9.]+$/),
      npmRebuild: false,
      asar: true,
    });
  });

  test('a setting that does not exist is refused', async () => {
    const wrong = { ...(await load()), fuses: {} };
    await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow(/fuses/);
  });

  test('what a stranger could abuse is switched off in the binary', async () => {
    expect((await load()).electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test('only named parts go in', async () => {
    const { files } = await load();
    const patterns = [files ?? []]
      .flat()
      .flatMap((entry) => (typeof entry === 'string' ? entry : (entry.filter ?? [])));
    expect(patterns).toContain('!node_modules/**');
    for (const pattern of ['**', '**/*', 'out/**', 'node_modules/**'])
      expect(patterns).not.toContain(pattern);
  });
});
