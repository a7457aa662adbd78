import { describe, expect, test } from 'vitest';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { allListen } from '../zoo.test-support.ts';
import { senderOf, statusesOf } from './zoo.test-support.ts';

const squid = 'http://127.0.0.1:18123';
const up = await allListen([18123]);
if (!up) console.log("skipped: NTLM against squid and Samba's winbind, since the auth zoo is not up.");

const nobody = { username: 'ZOO\\nobody', password: 'wonderland' };

describe.runIf(up)('NTLM against squid', () => {
  test.each([
    ['domain before the name', nobody],
    ['domain in its own field', { username: 'nobody', domain: 'ZOO', password: 'wonderland' }],
    ['a workstation', { ...nobody, workstation: 'DESK' }],
  ])('%s', async (_, settings) => {
    const { exchanges, ...executed } = await senderOf('ntlm')(`${squid}/open.json`, settings);
    expect(statusesOf({ exchanges })).toEqual([401, 200]);
    expect(executed.stopped).toBeUndefined();
    const [first, second] = exchanges.map(({ connection }) => connection);
    expect(second?.localPort).toBe(first?.localPort);
    expect(second?.reused).toBe(true);
  });

  test('a wrong password is refused and not tried again', async () => {
    const executed = await senderOf('ntlm')(`${squid}/open.json`, { ...nobody, password: 'x' });
    expect(statusesOf(executed)).toEqual([401, 401]);
    const attempt: Attempt = { id: 'a', startedAtMs: 0, source: 'sent', exchanges: [...executed.exchanges] };
    expect(diagnose(attempt).findings[0]?.cause).toBe('credentials-rejected');
  });

  test('two Sends share no connection', async () => {
    const send = senderOf('ntlm');
    const sent = [await send(`${squid}/open.json`, nobody), await send(`${squid}/open.json`, nobody)];
    expect(sent.map(statusesOf)).toEqual([
      [401, 200],
      [401, 200],
    ]);
    const ports = sent.map(({ exchanges }) => exchanges[0]?.connection?.localPort);
    expect(new Set(ports).size).toBe(2);
  });
});
