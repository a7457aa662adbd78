import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseJson } from '../../shared/exchange/json.ts';
import { openShell, type Shell } from './zoo-shell.test-support.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await openShell();
});
afterAll(() => shell.close());

const file = async (name: string, text: string): Promise<string> => {
  const path = (await shell.file(name, '')).replace(/yaml$/, 'txt');
  await writeFile(path, text);
  return path;
};

const secret = 'abcdefghijklmnopqrstuvwxyz';

test('names what differs, secrets masked, likeliest first', async () => {
  const ran = await shell.why401([
    'compare',
    await file('refused', `curl -A one -H 'Authorization: Bearer ${secret}1' https://a.example/v1`),
    await file('works', `curl -A two -H 'Authorization: Bearer ${secret}2' https://a.example/v1/`),
  ]);
  expect(ran.code).toBe(1);
  expect(ran.out).not.toContain(secret);
  expect(ran.out).toMatch(/fingerprint [0-9a-f]{4}/);
  expect(ran.out).toMatch(/Bearer credential[\s\S]*Path[\s\S]*refused {2}\/v1\n[\s\S]*User-Agent/);
});

test('as JSON', async () => {
  const [refused, works] = [
    await file('refused', 'curl https://a.example/v1'),
    await file('works', 'curl https://a.example/v2'),
  ];
  const ran = await shell.why401(['compare', '--json', refused, works]);
  expect(parseJson(ran.out)).toMatchObject([{ id: 'path', mine: { text: '/v1' }, theirs: { text: '/v2' } }]);
  expect(await shell.why401(['compare', refused, refused])).toMatchObject({ code: 0 });
});

test.each([
  [['compare'], /takes two files/],
  [['compare', 'one', 'two', 'three'], /takes two files/],
  [['compare', '/no/such', '/no/such'], /There is no file/],
])('%s', async (args, sentence) => {
  const ran = await shell.why401(args);
  expect([ran.code, sentence.test(ran.err)]).toEqual([2, true]);
});
