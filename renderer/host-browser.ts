import { type HostApi, type Reply } from '../shared/ipc/contract.ts';
import { eventSchema, type HostEvent } from '../shared/ipc/events.ts';
import { isRecord, parseJson } from '../shared/exchange/json.ts';

/** What the browser host needs of the page it runs in. */
export interface PageDoor {
  fetch(path: string, init: RequestInit): Promise<Response>;
  /** Opens the event channel; the handlers are called until `close`. */
  connect(handlers: { readonly message: (data: unknown) => void; readonly closed: () => void }): {
    close(): void;
  };
  later(ms: number, run: () => void): void;
}

const away = 'The engine does not answer. Start why401 again, then reload this page.';

const isReply = (value: unknown): value is Reply<never> =>
  isRecord(value) && (value['ok'] === true || (value['ok'] === false && isRecord(value['error'])));

const firstRetryMs = 250;
const longestRetryMs = 8_000;

/**
 * The engine behind this page's own origin: commands are POST /api/<command> with JSON in both directions, events come
 * over a WebSocket at /events. A channel that breaks is opened anew, each time after twice the wait.
 */
export const browserHost = (door: PageDoor): HostApi => {
  const listeners = new Set<(event: HostEvent) => void>();
  let waitMs = firstRetryMs;
  let channel: { close(): void } | undefined;

  const open = (): void => {
    if (listeners.size === 0 || channel !== undefined) return;
    channel = door.connect({
      message: (data) => {
        waitMs = firstRetryMs;
        const event = eventSchema.safeParse(typeof data === 'string' ? parseJson(data) : undefined);
        if (event.success) for (const listener of listeners) listener(event.data);
      },
      closed: () => {
        channel = undefined;
        door.later(waitMs, open);
        waitMs = Math.min(waitMs * 2, longestRetryMs);
      },
    });
  };

  return {
    async call(name, arg) {
      try {
        const response = await door.fetch(`/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-why401': '1' },
          body: JSON.stringify(arg ?? null),
        });
        const text = await response.text();
        const reply = parseJson(text);
        if (isReply(reply)) return reply;
        return { ok: false, error: { code: 'internal', message: text.trim() === '' ? away : text.trim() } };
      } catch {
        return { ok: false, error: { code: 'internal', message: away } };
      }
    },
    listen(listener) {
      listeners.add(listener);
      open();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        channel?.close();
        channel = undefined;
      };
    },
  };
};

/** Well below what browsers carry beyond the end of a page: 64 KiB for all that is under way (Fetch, §4.6). */
const carriedOver = 16_000;

/** The door of a real page. A short command of a page that goes away is still carried out. */
export const pageDoor = (): PageDoor => {
  let isLeaving = false;
  window.addEventListener('pagehide', () => {
    isLeaving = true;
  });
  window.addEventListener('pageshow', () => {
    isLeaving = false;
  });
  return {
    fetch: (path, init) => {
      const isShort = typeof init.body === 'string' && init.body.length < carriedOver;
      return fetch(path, isLeaving && isShort ? { ...init, keepalive: true } : init);
    },
    connect: ({ message, closed }) => {
      const socket = new WebSocket(
        `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/events`,
      );
      socket.addEventListener('message', (event) => {
        message(event.data);
      });
      socket.addEventListener('close', closed);
      return {
        close: () => {
          socket.removeEventListener('close', closed);
          socket.close();
        },
      };
    },
    later: (ms, run) => {
      setTimeout(run, ms);
    },
  };
};
