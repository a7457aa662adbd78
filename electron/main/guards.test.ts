import { describe, expect, test, vi } from 'vitest';
import { denyPermissions, isOwnSender, isPermitted, isWebAddress, keepInPlace } from './guards.ts';
import { isOwnPage } from './page-address.ts';
import { webPreferences } from './web-preferences.ts';

const server = 'http://localhost:5173';

describe('our own page', () => {
  test.each([
    ['app://why401/', undefined, true],
    ['app://why401/index.html#x', undefined, true],
    ['app://why401.evil.example/', undefined, false],
    ['app://evil/', undefined, false],
    ['https://why401/', undefined, false],
    ['file:///why401/index.html', undefined, false],
    ['about:blank', undefined, false],
    ['data:text/html,why401', undefined, false],
    ['', undefined, false],
    ['http://localhost:5173/', server, true],
    ['http://localhost:5174/', server, false],
    ['http://localhost:5173@evil.example/', server, false],
    ['http://localhost:5173/', undefined, false],
  ])('%s with development server %s: %s', (address, developmentServer, expected) => {
    expect(isOwnPage(address, developmentServer)).toBe(expected);
  });
});

describe('the sender of a message', () => {
  const mainFrame = { url: 'app://why401/' };
  test.each([
    ['the main frame of our page', mainFrame, mainFrame, true],
    ['a frame inside our page', { url: 'app://why401/' }, mainFrame, false],
    ['a frame that is gone', null, mainFrame, false],
  ])('%s: %s', (_name, senderFrame, main, expected) => {
    expect(isOwnSender({ sender: { mainFrame: main }, senderFrame })).toBe(expected);
  });

  test('the main frame of another page', () => {
    const frame = { url: 'https://evil.example/' };
    expect(isOwnSender({ sender: { mainFrame: frame }, senderFrame: frame })).toBe(false);
  });
});

describe('the page stays where it is', () => {
  test('no navigation, no window', () => {
    const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
    let opened: unknown;
    const asked: string[] = [];
    const contents = {
      on: (name: string, listener: (event: { preventDefault(): void }) => void) =>
        listeners.set(name, listener),
      setWindowOpenHandler: (handler: (details: never) => unknown) => {
        opened = handler({ url: 'https://login.example/' } as never);
      },
    };
    keepInPlace(contents, (address) => asked.push(address));
    expect([...listeners.keys()]).toEqual([
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'will-attach-webview',
    ]);
    for (const listener of listeners.values()) {
      const preventDefault = vi.fn();
      listener({ preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
    }
    expect(opened).toEqual({ action: 'deny' });
    expect(asked).toEqual(['https://login.example/']);
  });

  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen', 'hid'])(
    '%s is denied',
    (permission) => {
      const answers: boolean[] = [];
      denyPermissions({
        setPermissionRequestHandler: (handler) =>
          handler?.({} as never, permission as never, (granted) => answers.push(granted), {} as never),
        setPermissionCheckHandler: (handler) =>
          answers.push(handler?.({} as never, permission as never, '', {} as never) ?? true),
      });
      expect(answers).toEqual([false, false]);
    },
  );

  test('copying is permitted', () => {
    expect(isPermitted('clipboard-sanitized-write')).toBe(true);
  });
});

test.each([
  ['https://login.example/authorize?x=1', true],
  ['http://127.0.0.1:8080/', true],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['vscode://open', false],
  ['smb://host/share', false],
  ['not an address', false],
])('the system may open %s: %s', (address, expected) => {
  expect(isWebAddress(address)).toBe(expected);
});

test('the page is sandboxed', () => {
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  });
});
