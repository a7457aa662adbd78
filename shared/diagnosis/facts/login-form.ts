import type { Facts } from '../facts.ts';
import type { FormValue } from './form.ts';

/** `IDToken2` is the second callback of ForgeRock's authentication trees. */
const password =
  /^(?:j_|lg|user_?|login_?|account_?|message_?)?(?:password|passwd|passwort|kennwort|contrasena|mot_?de_?passe|mdp|senha|wachtwoord|l[oö]senord|passord|adgangskode|kodeord|salasana|clave|haslo|heslo|jelszo|parola|sifre|密码|пароль|pwd|pw|pass|idtoken2)$/i;

/** The body carries a password: somebody logs in with this request. */
export const showsPassword = (form: readonly FormValue[]): boolean =>
  form.some(({ name }) => password.test(name));

export const sendsPassword = (facts: Facts): boolean => showsPassword(facts.form);

/** Where a password is set, not shown. */
const setsPassword = /regist(?:er|ration)|sign-?up|(?:reset|forgot|change|update|recover)/i;

/** Somebody who is known already writes to a user: the password is one to be set. */
const writesUser = ({ authorization, exchange, url }: Facts): boolean =>
  exchange.request.method === 'PATCH' ||
  (authorization?.parsed?.scheme === 'bearer' &&
    /\/(?:users?|members?|employees|profile)(?:\/[^/]+)?\/?$/i.test(url?.pathname ?? ''));

/** A login: a password is shown, at an address where none is set. */
export const logsIn = (facts: Facts): boolean =>
  sendsPassword(facts) && !setsPassword.test(facts.url?.pathname ?? '') && !writesUser(facts);

/** The login is led back to its own page: nobody who is let in is sent there. */
export const ledBackToLogin = (facts: Facts): boolean => {
  const target = facts.leadsTo;
  if (target === undefined || !logsIn(facts)) return false;
  const page = /log-?in|sign-?in|log-?on|session|auth/i.test(target.pathname);
  return (
    (page &&
      /(?:^|[?&])\w*(?:err(?:or)?|fail(?:ed|ure)?|denied|invalid|csrf|expired)\w*(?:[=&]|$)/i.test(
        target.search,
      )) ||
    (page && target.host === facts.url?.host && target.pathname === facts.url.pathname) ||
    // A form's address below an API, and the page that shows the form.
    ((facts.status === 302 || facts.status === 303) &&
      target.host === facts.url?.host &&
      /\/(?:log-?in|sign-?in|log-?on)(?:\.\w+)?\/?$/i.test(target.pathname))
  );
};

/** The answer is a page that asks for a password. */
export const showsLoginForm = ({ body }: Facts): boolean =>
  body.kind === 'html' && /<input[^>]+type=["']?password/i.test(body.text);
