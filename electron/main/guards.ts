import type { Session, WebContents, WebFrameMain } from 'electron';
import { isOwnPage } from './page-address.ts';

interface Sender {
  readonly sender: { readonly mainFrame: unknown };
  readonly senderFrame: Pick<WebFrameMain, 'url'> | null;
}

/** Whether a message comes from the main frame of our own page: no other frame and no other page may command. */
export const isOwnSender = (event: Sender, developmentServer?: string): boolean =>
  event.senderFrame !== null &&
  event.senderFrame === event.sender.mainFrame &&
  isOwnPage(event.senderFrame.url, developmentServer);

type Guarded = Pick<WebContents, 'setWindowOpenHandler'> & {
  on(name: string, listener: (event: { preventDefault(): void }) => void): unknown;
};

/**
 * The page stays where it is: no navigation, no redirect, no further window, no web view.
 *
 * @param onOpen told of the address that a link or `window.open` asked for
 */
export const keepInPlace = (contents: Guarded, onOpen: (address: string) => void): void => {
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    contents.on(name, (event) => event.preventDefault());
  }
  contents.setWindowOpenHandler(({ url }) => {
    onOpen(url);
    return { action: 'deny' };
  });
};

/** What the page may ask of the system: to put text on the clipboard after a click, and nothing else. */
export const isPermitted = (permission: string): boolean => permission === 'clipboard-sanitized-write';

export const denyPermissions = (
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
): void => {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isPermitted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isPermitted(permission));
};

/** Whether the system may be asked to open an address: web pages only, never a program or a file. */
export const isWebAddress = (address: string): boolean =>
  /^https?:$/.test(URL.parse(address)?.protocol ?? '');
