import type { Facts } from '../facts.ts';

const password =
  /^(?:j_|user_?|login_?|account_?)?(?:password|passwd|passwort|kennwort|contrasena|mot_?de_?passe|senha|pwd|pw|pass)$/i;

/** The body carries a password: somebody logs in with this request. */
export const sendsPassword = (facts: Facts): boolean => facts.form.some(({ name }) => password.test(name));

/** Where a password is set, not shown. */
const setsPassword = /regist(?:er|ration)|sign-?up|(?:reset|forgot|change|update|recover)/i;

/** A login: a password is shown, at an address where none is set. */
export const logsIn = (facts: Facts): boolean =>
  sendsPassword(facts) && !setsPassword.test(facts.url?.pathname ?? '');
