import { BrowserWindow, ipcMain } from 'electron';
import type { Reply } from '../../shared/ipc/contract.ts';
import type { HostEvent } from '../../shared/ipc/events.ts';
import type { Door } from '../door.ts';
import { commandChannel, eventChannel } from '../preload/channels.ts';
import { commandNames } from '../preload/command-names.ts';
import { isOwnSender } from './guards.ts';

const refused: Reply<never> = {
  ok: false,
  error: { code: 'bad-argument', message: 'Only the window of why401 may do that.' },
};

/** Binds every command of the contract to the door, for messages from our own page's main frame only. */
export const bindCommands = (door: Door, developmentServer?: string): void => {
  for (const name of commandNames) {
    ipcMain.handle(commandChannel(name), (event, arg: unknown) =>
      isOwnSender(event, developmentServer) ? door(name, arg) : refused,
    );
  }
};

export const sendToWindows = (event: HostEvent): void => {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, event);
};
