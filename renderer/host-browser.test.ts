import { describe, expect, it } from 'vitest';
import { browserHost, type PageDoor } from './host-browser.ts';

interface Channel {
  readonly message: (data: unknown) => void;
  readonly closed: () => void;
}

const doorWith = (answer: () => Promise<Response>) => {
  const channels: Channel[] = [];
  const waits: number[] = [];
  const requests: { path: string; init: RequestInit }[] = [];
  const closed: number[] = [];
  let runLater: () => void = () => undefined;
  const door: PageDoor = {
    fetch: (path, init) => {
      requests.push({ path, init });
      return answer();
    },
    connect: (handlers) => {
      channels.push(handlers);
      return { close: () => closed.push(channels.length) };
    },
    later: (ms, run) => {
      waits.push(ms);
      runLater = run;
    },
  };
  return {
    host: browserHost(door),
    channels,
    waits,
    requests,
    closed,
    wake: () => {
      runLater();
    },
  };
};

const json = (value: unknown) => () => Promise.resolve(new Response(JSON.stringify(value)));

describe('commands', () => {
  it('are posted as JSON with the field that no foreign page can set', async () => {
    const { host, requests } = doorWith(json({ ok: true, value: undefined }));
    await host.call('cancel', { sendId: 's' });
    expect(requests[0]?.path).toBe('/api/cancel');
    expect(requests[0]?.init).toMatchObject({ method: 'POST', body: '{"sendId":"s"}' });
    expect(requests[0]?.init.headers).toMatchObject({ 'x-why401': '1' });
  });

  it.each([
    ['a reply', json({ ok: false, error: { code: 'not-found', message: 'Gone.' } }), 'Gone.'],
    [
      'a refusal in words',
      () => Promise.resolve(new Response('Not for you.\n', { status: 403 })),
      'Not for you.',
    ],
    ['nothing', () => Promise.resolve(new Response('', { status: 502 })), 'The engine does not answer.'],
    ['no network', () => Promise.reject(new TypeError('failed')), 'The engine does not answer.'],
    ['JSON of another shape', json([1]), '[1]'],
  ])('answered by %s become data', async (_, answer, message) => {
    const reply = await doorWith(answer).host.call('boot', null);
    expect(reply.ok).toBe(false);
    expect(reply.ok ? '' : reply.error.message).toContain(message);
  });
});

describe('events', () => {
  it('reach every listener, and only those of the contract', () => {
    const { host, channels } = doorWith(json({}));
    const seen: string[] = [];
    host.listen((event) => seen.push(`a ${event.event}`));
    host.listen((event) => seen.push(`b ${event.event}`));
    expect(channels).toHaveLength(1);
    channels[0]?.message('{"event":"menu","command":"send"}');
    channels[0]?.message('{"event":"unheard-of"}');
    channels[0]?.message('not json');
    expect(seen).toEqual(['a menu', 'b menu']);
  });

  it('come back after a break, each time after twice the wait', () => {
    const { host, channels, waits, wake } = doorWith(json({}));
    host.listen(() => undefined);
    channels[0]?.closed();
    wake();
    channels[1]?.closed();
    expect(waits).toEqual([250, 500]);
    wake();
    channels[2]?.message('{"event":"menu","command":"send"}');
    channels[2]?.closed();
    expect(waits.at(-1)).toBe(250);
  });

  it('stop when nobody listens', () => {
    const { host, closed, channels, wake, waits } = doorWith(json({}));
    const stop = host.listen(() => undefined);
    stop();
    expect(closed).toHaveLength(1);
    channels[0]?.closed();
    wake();
    expect(channels).toHaveLength(1);
    expect(waits).toHaveLength(1);
  });
});
