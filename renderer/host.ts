import type { HostApi } from '../shared/ipc/contract.ts';

/** The only door to the host. Both hosts, and the fake of the tests, fill `window.why401` with the same shape. */
declare global {
  interface Window {
    why401?: HostApi;
  }
}

/** The host of this window. Throws where none was installed: main.tsx does that before anything is drawn. */
export const host = (): HostApi => {
  const installed = window.why401;
  if (installed === undefined) throw new Error('No host was installed in this window.');
  return installed;
};
