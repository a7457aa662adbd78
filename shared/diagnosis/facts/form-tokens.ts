import type { FormValue } from './form.ts';

/** Hidden inputs by which a page's form proves that it came from this server's own page. */
const tokenName =
  /[cx]srf|^(?:form|security|authenticity|request|page)_?(?:token|key|hash)$|^__?(?:request)?verification_?token$|^sesskey$|^_wpnonce$/i;

/** The anti-forgery token that a posted form carries. */
export const formToken = (form: readonly FormValue[]): FormValue | undefined =>
  form.find(({ name }) => tokenName.test(name));
