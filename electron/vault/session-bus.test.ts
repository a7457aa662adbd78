import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { busSockets, sessionBusAnswers } from './session-bus.ts';

test.each<[string, NodeJS.ProcessEnv, readonly string[]]>([
  ['nothing is said', {}, []],
  ['only the runtime folder is known', { XDG_RUNTIME_DIR: '/run/user/1' }, ['/run/user/1/bus']],
  ['a path', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus' }, ['/run/bus']],
  ['a path with a guid', { DBUS_SESSION_BUS_ADDRESS: 'unix:guid=ab,path=/run/a%20b' }, ['/run/a b']],
  ['an abstract socket', { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x' }, ['\0/tmp/x']],
  ['the runtime folder', { DBUS_SESSION_BUS_ADDRESS: 'unix:runtime=yes', XDG_RUNTIME_DIR: '/r' }, ['/r/bus']],
  ['several', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a;unix:path=/b' }, ['/a', '/b']],
  ['another transport', { DBUS_SESSION_BUS_ADDRESS: 'tcp:host=example.com,port=1' }, []],
])('sockets where %s', (_, env, sockets) => {
  expect(busSockets(env)).toEqual(sockets);
});

describe.skipIf(process.platform === 'win32')('a bus', () => {
  const withBus = async (behave: (socket: Socket) => void): Promise<boolean> => {
    const folder = await mkdtemp(join(tmpdir(), 'why401-bus-'));
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      behave(socket);
    });
    server.listen(join(folder, 'bus'));
    await once(server, 'listening');
    try {
      return await sessionBusAnswers({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'bus')}` }, 100);
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
      await rm(folder, { recursive: true, force: true });
    }
  };

  test('that answers is there', async () => {
    expect(await withBus((socket) => socket.once('data', () => socket.write('OK 1234\r\n')))).toBe(true);
  });

  test('that refuses us is there too', async () => {
    expect(await withBus((socket) => socket.once('data', () => socket.write('REJECTED\r\n')))).toBe(true);
  });

  test('that accepts and never answers is not', async () => {
    expect(await withBus(() => undefined)).toBe(false);
  });

  test('that hangs up is not', async () => {
    expect(await withBus((socket) => socket.destroy())).toBe(false);
  });

  test('that nobody serves is not', async () => {
    expect(await sessionBusAnswers({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' }, 100)).toBe(false);
  });
});
