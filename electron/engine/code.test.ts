import { availableTargets } from '@readme/httpsnippet';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeFormIds } from '../../shared/export/code-forms.ts';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { createEngine, type Engine } from '../engine.ts';

let root = '';
let engine: Engine;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'why401-code-'));
  engine = await createEngine({
    host: 'browser',
    dataFolder: root,
    openBrowser: () => Promise.resolve(false),
    version: '1.2.3',
  });
});
afterEach(async () => {
  await engine.close();
  await rm(root, { recursive: true, force: true });
});

const draft = (more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('d'),
  method: 'POST',
  url: 'https://api.example.com/v1/things',
  params: [{ name: 'a', value: 'b%20c', on: true }],
  fields: [{ name: 'X-Trace', value: 'it\'s "7"', on: true }],
  body: { kind: 'text', text: '{"name":"Ann","password":"body-secret-1"}', contentType: 'application/json' },
  auth: {
    kind: 'own',
    scheme: 'bearer',
    settings: { token: { plain: 'token-secret-2' }, prefix: 'Bearer' },
  },
  ...more,
});

const code = (form: string, secrets: 'masked' | 'included', given = draft()) =>
  engine.handlers.exportCode({ draft: given, environmentId: '', form, secrets });

test('every language of the library is offered, but the ones that are no code', () => {
  const all = availableTargets().flatMap((target) =>
    target.clients.map((client) => `${target.key}:${client.key}`),
  );
  // cURL has a writer of its own here, httr's loses the query, pecl_http is gone from PHP; the rest is no code.
  const left = [
    'agent:prompt',
    'json:native',
    'shell:curl',
    'r:httr',
    'node:axios',
    'node:fetch',
    'php:http1',
    'php:http2',
  ];
  expect(codeFormIds.toSorted()).toEqual(all.filter((id) => !left.includes(id)).toSorted());
});

describe.each(codeFormIds)('%s', (form) => {
  test('says the request whole, its secrets only when asked for', async () => {
    const masked = await code(form, 'masked');
    expect(masked.code).not.toMatch(/secret-\d/);
    expect(masked.code).toContain('••••••••');
    expect(masked.notes[0]).toMatch(/masked/);
    const whole = await code(form, 'included');
    for (const text of ['api.example.com', 'X-Trace', 'token-secret-2', 'Ann']) {
      expect(whole.code).toContain(text);
    }
    // Some libraries take the query apart and encode it again.
    expect(whole.code).toMatch(/b(?:%20|\+| )c/);
    expect(whole.notes).toEqual([]);
  });
});

describe('what code cannot carry is said', () => {
  test.each<[string, Partial<Draft>, RegExp]>([
    [
      'a challenge',
      { auth: { kind: 'own', scheme: 'digest', settings: { username: 'u', password: { plain: 'p' } } } },
      /answers a challenge/,
    ],
    [
      'a file',
      { body: { kind: 'file', path: process.execPath, contentType: 'text/plain' } },
      /comes from files/,
    ],
  ])('%s', async (_, more, note) => {
    const { notes } = await code('python:requests', 'masked', draft(more)).catch((error: unknown) => ({
      notes: [String(error)],
    }));
    expect(notes.join('\n')).toMatch(note);
  });

  test('what cannot be sent has no code', async () => {
    await expect(code('python:requests', 'masked', emptyDraft('x'))).rejects.toMatchObject({
      code: 'bad-argument',
    });
  });
});

test('a generator has one value in the URL, a field and the body, and another one in the next export', async () => {
  const given = draft({
    url: 'https://api.example.com/{{$uuid}}',
    fields: [{ name: 'X-Id', value: '{{$uuid}}', on: true }],
    body: { kind: 'text', text: 'id {{$uuid}}', contentType: 'text/plain' },
  });
  const uuids = async () => {
    const { code: written, notes } = await code('javascript:fetch', 'included', given);
    expect(notes.join()).toContain('{{$uuid}}');
    return new Set(written.match(/[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g));
  };
  const [first, second] = [await uuids(), await uuids()];
  expect([first.size, second.size]).toEqual([1, 1]);
  expect([...first]).not.toEqual([...second]);
});

test('a preview stands still: what is made up at random does not change with every letter', async () => {
  const given = draft({ fields: [{ name: 'X-Id', value: '{{$uuid}}', on: true }] });
  const shown = async () => {
    const { fields, unresolved } = await engine.handlers.preview({ draft: given, environmentId: '' });
    return { value: fields.find(({ name }) => name === 'X-Id')?.value, unresolved };
  };
  const still = { value: '00000000-0000-4000-8000-000000000000', unresolved: [] };
  expect([await shown(), await shown()]).toEqual([still, still]);
});
