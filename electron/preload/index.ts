import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Reply } from '../../shared/ipc/contract.ts';
import type { HostEvent } from '../../shared/ipc/events.ts';
import { commandChannel, eventChannel } from './channels.ts';
import { commandNames } from './command-names.ts';

type Caller = (arg: unknown) => Promise<Reply<unknown>>;

const callers = new Map<string, Caller>(
  commandNames.map((name) => [
    name,
    (arg) => ipcRenderer.invoke(commandChannel(name), arg) as Promise<Reply<unknown>>,
  ]),
);

const unknownCommand: Caller = () =>
  Promise.resolve({ ok: false, error: { code: 'bad-argument', message: 'There is no such command.' } });

// The page gets these functions and nothing of Electron. Arguments are checked in the main process.
contextBridge.exposeInMainWorld('why401', {
  call: (name: string, arg: unknown) => (callers.get(name) ?? unknownCommand)(arg),
  pathOf: (file: File) => webUtils.getPathForFile(file),
  listen: (listener: (event: HostEvent) => void) => {
    const forward = (_event: IpcRendererEvent, event: HostEvent): void => listener(event);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
});
