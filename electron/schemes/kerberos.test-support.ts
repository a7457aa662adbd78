import { createRequire } from 'node:module';

/** Whether the optional package that speaks Negotiate is there; NODE_PATH may say where. */
export const kerberosIsInstalled = ((): boolean => {
  try {
    createRequire(import.meta.url).resolve('kerberos');
    return true;
  } catch {
    return false;
  }
})();
