import type { HostApi } from '../shared/ipc/contract.ts';

/** The only door to the host. Both hosts, and the fake of the tests, fill `window.why401` with the same shape. */
declare global {
  interface Window {
    why401?: HostApi;
  }
}
