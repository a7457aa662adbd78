/**
 * Which names promise a secret. What proves who asks is one by any value (`isSecretName`, `isSecretField`); of further
 * names the value decides, since a `signing-key` may be a key's name and an `auth` the word "basic".
 */

/** Names of parameters, JSON members and form fields whose value is a secret. */
const secretName =
  /^(?:(?:access|refresh|id|auth|api|session|security|csrf|xsrf|private|personal|device|user|bot|client)[-_]?token|token|assertion|client[-_]?assertion|(?:api|access|subscription|private|account|functions?|master|app|shared|x-api|ws)[-_]?key|apikey|key|hapikey|appid|pass(?:word|wd|phrase)?|pwd|(?:client|consumer|app|api|shared)?[-_]?secret|code(?:[-_]verifier)?|sig(?:nature)?|x-amz-(?:signature|security-token|credential)|x-goog-signature|oauth_(?:signature|token|verifier)|jwt|sid|session[-_]?id|ticket|otp|saml(?:response|request))$/i;

/** Names of fields whose whole value is a secret. */
const secretField =
  /^(?:(?:x-)?(?:[a-z0-9-]*-)?(?:api|access|subscription|auth|private|master|functions?|app|application|shared|account|admin|service|secret)[-_]?(?:key|token|secret|password)|[a-z0-9-]*-token|token|apikey|x-auth|x-api-(?:key|token|secret)|[a-z0-9-]*(?:signature|secret|password)|x-plex-token|dpop|x-amz-security-token|x-goog-iap-jwt-assertion|x-vault-token|x-jwt-assertion|jwt|key)$/i;

/** Fields that sound secret and are not. */
const openField =
  /^(?:access-control-.*|sec-websocket-.*|content-.*|x-csrf-protection|www-authenticate|signature-input)$/i;

/** A field that carries a key or token. Anti-forgery tokens and tracing ids sound alike and prove nothing. */
const keyField =
  /(^|[^a-z\d])(api[-_]?key([-_]id)?|[a-z]*apikey|bltoken|chatworktoken|user_?sig|(access|secret|subscription|account|master|functions?|private|admin|license|integration|app|auth|service|publishable|write|client)[-_]?(key|token|secret)|token|secret|auth|authorization|authorisation|authentication|credentials?|jwt|dpop|sign(ature)?|password|api[-_]?(secret|token|sign)|key|session([-_]?(id|token))?|sessionid|sid|ticket|bearer|username|wsse|x-[a-z]+-access|pass(?:wd|code|phrase)|access-?code|honeycomb[-_]team|jfrog[-_]art[-_]api)[^a-z\d]?$/i;
const notAKey =
  /csrf|xsrf|crumb|idempotency|postman|cache|surrogate|prevention|request|trace|span|sec-|sentry(?!-auth$)|^content|^if-|^access-control|upgrade-insecure|device-token|verification|signature-input|^x-amz-(date|content|user)|nonce|x-goog-api-client|correlation|x-plex-(client|product|device|platform|version)|x-client(?![-_]?(?:secret|key|token)$)|signedheaders|^key$|^x-username$/i;

/** A parameter that carries one. */
const keyParam =
  /^(_sid|x-amz-(signature|credential|security-token)|awsaccesskeyid|signature|sig|sign|x-goog-(signature|credential)|oauth_(signature|token|consumer_key)|authtoken|token_auth|circle-token|auth|auth_key|authkey|token|private_token|job_token|access_key|appkey|app_key|application_?id|schluessel|clave|chave|chiave|klucz|klic|kulcs|anahtar|sleutel|nyckel|user_key|subscription-key|serviceKey|apptoken|(?:x[-_])?api[-_]?(?:key|token)|consumer_secret|wstoken|ws_key|ticket|\w+_pass(?:word|wd)?|pass(?:hash|phrase|code|wd)|pwd|[a-z]+apikey|user_?sig)$/i;

/** Endings that speak of secrets, in names whose words are parted by `-`. */
const soundsSecret =
  /(?:token|secret|password|passwd|passphrase|passcode|signature(?:-(?:ed25519|v\d))?|apikey|hmac|(?:^|-)(?:key|sign|sig|auth|authentication|authorization|bearer|pass|pwd|pin|otp|jwt|sid|ticket|assertion|session|session-id|sessionid|credentials?|crumb|code))(?:-\d+)?$/;

/** Names of things: of a key, a page, an entry in a cache. */
const ofThings =
  /(?:^|-)(?:cache|surrogate|sort|partition|public|primary|foreign|idempotency|request|trace|correlation|object|row|routing|translation|search|event|consumer)-?key$|(?:^|-)(?:page|next|previous|prev|sync|continuation|cursor|delta|skip|resume)-?token$|^sec-|^access-control-/;

/** Who asks, and which of its keys: both may be known to all. */
const namesSomebody = /(?:-id|username)$/;

/** "X-Algolia-API-Key", "apiKey", "api_key": words in lower case, parted by `-`. */
const plainOf = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z\d]+/g, '-')
    .toLowerCase();

/** An address of mail, or a path to a file. */
const isReadable = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$|\/[^/]*\.[a-z]{2,5}$/i;

/** Nobody thinks up such a value, and no word of a language is one. */
const isMade = (value: string): boolean =>
  /^(?=.*\d)(?=.*[A-Za-z])[^\s<>{}]{10,}$/.test(value) && !isReadable.test(value);

/** Letters of both cases and digits by turns, or digits all over: no number of an error is like that. */
const isJumble = (value: string): boolean =>
  isMade(value) &&
  (/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d.*\d)/.test(value) || (value.length >= 20 && /(?:\d.*){3}/.test(value)));

export const isSecretName = (name: string): boolean => secretName.test(name);

/** A field of this name proves who asks; sends none of those that only sound alike. */
export const isCredentialField = (name: string): boolean => keyField.test(name) && !notAKey.test(name);

/** A parameter of this name proves who asks. */
export const isCredentialParam = (name: string): boolean =>
  keyParam.test(name) || (isSecretName(name) && !/^(?:code|sid)$/i.test(name));

/** Whether the value of a field of this name is a secret as a whole or in part. */
export const isSecretField = (name: string): boolean =>
  /^(?:authorization|proxy-authorization|cookie|set-cookie|authentication|x-wsse)$/i.test(name) ||
  (secretField.test(name) && !openField.test(name));

const mayPromise = (name: string, known: (name: string) => boolean): boolean => {
  const plain = plainOf(name);
  return !ofThings.test(plain) && (soundsSecret.test(plain) || (known(name) && !namesSomebody.test(plain)));
};

/** Whether a field's name is likely to promise a secret: what matters where one that is missed would be published. */
export const mayBeSecretField = (name: string): boolean =>
  isSecretField(name) || (!openField.test(name) && mayPromise(name, isCredentialField));

/** Likewise of a parameter, a form's field, a member of JSON. */
export const mayBeSecretName = (name: string): boolean =>
  isSecretName(name) || mayPromise(name, isCredentialParam);

export const hidesField = (name: string, value: string): boolean =>
  isSecretField(name) || (mayBeSecretField(name) && isMade(value));

export const hidesParam = (name: string, value: string): boolean =>
  isSecretName(name) || (mayBeSecretName(name) && isMade(value));

/**
 * A member of JSON or an element of XML: there a `code` tells errors apart, a `key` or `sid` names things, and under
 * `token` a sentence says what is wrong with it.
 */
export const hidesMember = (name: string, value: string): boolean => {
  if (/\s\S+\s/.test(value) && !/pass|pwd|secret/i.test(name)) return false;
  if (/^(?:key|sid)$/i.test(name)) return value.length >= 20 && isJumble(value);
  return name.toLowerCase() === 'code' ? value.length >= 12 && isJumble(value) : hidesParam(name, value);
};
