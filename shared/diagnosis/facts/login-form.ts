import type { Facts } from '../facts.ts';

/** The body carries a password: somebody logs in with this request. */
export const sendsPassword = (facts: Facts): boolean =>
  facts.form.some(({ name }) => /^(?:password|passwd|pwd|pass)$/i.test(name));
