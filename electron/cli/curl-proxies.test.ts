import { expect, test } from 'vitest';
import type { Environment } from '../../shared/proxy/environment.ts';
import { readCommand } from '../../shared/import/curl.ts';
import { curlProxies } from './curl-proxies.ts';

const url = 'http://api.example/';

/** What curl would take for these arguments in this environment: address and scheme, or the reason for none. */
const wayOf = async (args: readonly string[], env: Environment): Promise<string | undefined> => {
  const read = readCommand([...args, url], undefined, () => 'id');
  if (!read.ok) throw new Error(read.message);
  const [draft] = read.drafts;
  const ways = draft && (await curlProxies(draft.settings, env)(url, new AbortController().signal));
  const way = typeof ways === 'object' ? ways[0] : undefined;
  return way?.proxy === undefined ? way?.why : `${way.proxy.url} ${way.proxy.scheme}`;
};

test.each<[string, readonly string[], Environment, string | undefined]>([
  ['nothing', [], {}, undefined],
  ['the environment', [], { http_proxy: 'http://e:1' }, 'http://e:1 basic'],
  ['capitals, which a client could set', [], { HTTP_PROXY: 'http://e:1' }, undefined],
  ['-x before the environment', ['-x', 'http://x:1'], { http_proxy: 'http://e:1' }, 'http://x:1 basic'],
  [
    'an empty -x',
    ['-x', ''],
    { http_proxy: 'http://e:1' },
    'straight: * is in the no-proxy list of this request',
  ],
  [
    'no_proxy, also for -x',
    ['-x', 'http://x:1'],
    { no_proxy: 'example' },
    'straight: example is in the no-proxy list of this request',
  ],
  [
    'no_proxy for the environment',
    [],
    { http_proxy: 'http://e:1', no_proxy: 'example' },
    'straight: example is in no_proxy',
  ],
  [
    '--noproxy',
    ['--noproxy', '.example'],
    { http_proxy: 'http://e:1' },
    'straight: .example is in the no-proxy list of this request',
  ],
  [
    '--noproxy in the place of no_proxy',
    ['--noproxy', 'other'],
    { http_proxy: 'http://e:1', no_proxy: '*' },
    'http://e:1 basic',
  ],
  ['--socks5', ['--socks5', 'x:1'], {}, 'socks5://x:1 basic'],
  ['--proxy-anyauth', ['-x', 'x:1', '-U', 'a:b', '--proxy-anyauth'], {}, 'http://x:1 automatic'],
  ['Basic unless told otherwise', ['-x', 'x:1', '-U', 'a:b'], {}, 'http://x:1 basic'],
])('takes %s', async (_name, args, env, expected) => {
  expect(await wayOf(args, env)).toBe(expected);
});
