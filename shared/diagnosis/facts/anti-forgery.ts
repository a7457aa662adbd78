import { percentDecoded } from '../../exchange/percent.ts';
import type { Field } from '../../exchange/exchange.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import { sessionOfAcceptedLogin } from './handed-cookies.ts';
import { textOfBody } from './response-body.ts';
import type { SentCookie } from './sent-credentials.ts';

/** Names of anti-forgery tokens, as cookie, field or parameter. */
export const antiForgery =
  /[cx]srf|antiforgery|requestverification|crumb|^p_auth$|authenticity_token|^form_?key$|^sesskey$/i;

/** A member of an answer that hands one out. */
const handingMember = /"([\w-]*(?:[cx]srf|crumb|antiforgery)[\w-]*)"\s*:\s*"[^"]{6,}"/i;

/** Only what changes something must carry a token (RFC 9110 §9.2.1). */
export const changes = ({ exchange }: Facts): boolean =>
  !/^(?:GET|HEAD|OPTIONS)$/.test(exchange.request.method);

/** Whether the request repeats a token outside of its cookies. */
export const repeatsToken = ({ exchange, form, url }: Facts): boolean =>
  exchange.request.fields.some(({ name }) => antiForgery.test(name)) ||
  form.some(({ name }) => antiForgery.test(name)) ||
  antiForgery.test(url?.search ?? '');

/** Authorization that holds what a cookie holds as well: servers that see the cookie take the request for a browser's. */
const doublesCookie = ({ authorization, cookies }: Facts): boolean => {
  const value = authorization?.parsed?.rest ?? '';
  return value.length >= 12 && cookies.some((cookie) => cookie.value === value);
};

/** A request that changes something, carries no such token outside of its cookies, and is proved by nothing else. */
const lacks = (facts: Facts): boolean =>
  changes(facts) && (facts.authorization === undefined || doublesCookie(facts)) && !repeatsToken(facts);

/** A field of an answer that hands one out. */
const isHanding = ({ name }: Field): boolean => antiForgery.test(name) && !/^access-control/i.test(name);

/** The cookie that holds one half of a token whose other half the changing request lacks. */
export const halfSent = (facts: Facts): SentCookie | undefined =>
  lacks(facts) ? facts.cookies.find(({ name }) => antiForgery.test(name)) : undefined;

/** An earlier answer of the same origin that handed out a token. */
export interface Handed {
  readonly index: number;
  /** Field or member that held it. */
  readonly name: string;
  readonly in: 'field' | 'body';
}

/** A token was handed out and the changing request, which nothing but cookies proves, does not carry one. */
export const handedAndLacking = (facts: Facts): Handed | undefined => {
  if (facts.cookies.length === 0 || !lacks(facts)) return undefined;
  for (const { exchange, index, accepted, sameOrigin } of facts.earlier.toReversed()) {
    const response = responseOf(exchange);
    if (response === undefined || !accepted || !sameOrigin) continue;
    const field = response.fields.find((one) => isHanding(one) && one.value.length > 5);
    if (field !== undefined) return { index, name: field.name, in: 'field' };
    const member = handingMember.exec(textOfBody(response.body))?.[1];
    if (member !== undefined) return { index, name: member, in: 'body' };
  }
  return undefined;
};

/** The login that was just accepted handed out a token beside the session, and the very session comes without it. */
export const handedWithSession = (facts: Facts): Handed | undefined => {
  const login =
    repeatsToken(facts) || facts.authorization !== undefined ? undefined : sessionOfAcceptedLogin(facts);
  const { exchange } = facts.earlier.find(({ index }) => index === login?.index) ?? {};
  const field =
    exchange === undefined
      ? undefined
      : responseOf(exchange)?.fields.find((one) => isHanding(one) && one.value.length > 5);
  return login === undefined || field === undefined
    ? undefined
    : { index: login.index, name: field.name, in: 'field' };
};

/** The field by which the refusal itself hands out a token to a changing request that nothing but cookies proves. */
export const handedByRefusal = (facts: Facts): string | undefined => {
  if (facts.cookies.length === 0 || !lacks(facts)) return undefined;
  return facts.response?.fields.find((one) => isHanding(one) && /^\S{8,}$/.test(one.value))?.name;
};

/** A refusal hands out another value of the very field that the request carried, of a session that a cookie keeps. */
export const renewedByRefusal = (facts: Facts): string | undefined => {
  if (facts.cookies.length === 0 || facts.status !== 403) return undefined;
  const sent = facts.exchange.request.fields.find(({ name }) => antiForgery.test(name));
  return facts.response?.fields.find(
    (one) =>
      sent !== undefined &&
      one.name.toLowerCase() === sent.name.toLowerCase() &&
      one.value !== sent.value &&
      /^\S{8,}$/.test(one.value),
  )?.name;
};

/** A field that repeats another token than the cookie of its name holds. */
export const differingHalves = (
  facts: Facts,
): { readonly field: string; readonly cookie: SentCookie } | undefined => {
  const field = facts.exchange.request.fields.find(({ name }) => antiForgery.test(name));
  if (field === undefined) return differingInForm(facts);
  const cookie = facts.cookies.find(
    ({ name }) => bareName(name) === bareName(field.name) && antiForgery.test(name),
  );
  return cookie === undefined || percentDecoded(field.value) === percentDecoded(cookie.value)
    ? undefined
    : { field: field.name, cookie };
};

/** Longer ones are masked anew for each page, so that both halves always differ. */
const UNMASKED = 40;

const differingInForm = ({
  form,
  cookies,
}: Facts): { readonly field: string; readonly cookie: SentCookie } | undefined => {
  const field = form.find(({ name }) => antiForgery.test(name));
  const cookie = cookies.find(({ name }) => antiForgery.test(name));
  return field !== undefined &&
    cookie !== undefined &&
    field.value.length === cookie.value.length &&
    field.value.length <= UNMASKED &&
    field.value !== cookie.value
    ? { field: field.name, cookie }
    : undefined;
};

/** The page that handed out the token began a session for it, and the request still carries the one before. */
export const handedUnderAnotherSession = (facts: Facts): SentCookie | undefined => {
  if (!repeatsToken(facts)) return undefined;
  for (const { exchange, accepted, sameOrigin } of facts.earlier.toReversed()) {
    if (!accepted || !sameOrigin) continue;
    const set = (responseOf(exchange)?.fields ?? []).filter(({ name }) => /^set-cookie$/i.test(name));
    const old = facts.cookies.find(
      ({ name, value }) =>
        value.length > 5 &&
        set.some(
          (one) =>
            one.value.startsWith(`${name}=`) &&
            !one.value.startsWith(`${name}=${value}`) &&
            !/max-age=0\b|=;|=deleted/i.test(one.value),
        ),
    );
    if (old !== undefined) return old;
  }
  return undefined;
};

/** `XSRF-TOKEN` goes with `X-XSRF-TOKEN`, `csrftoken` with `X-CSRFToken`. */
const bareName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^x-/, '')
    .replace(/[^a-z]/g, '');
