/**
 * Which names promise a secret value. Judged by name alone, generously: a value that is taken for a secret goes into
 * the vault and is as good as before; one that is missed ends up in a file that belongs in git.
 */

const secretParams = new Set([
  'accesskey',
  'accesstoken',
  'apikey',
  'apisecret',
  'apitoken',
  'assertion',
  'auth',
  'authkey',
  'authorization',
  'authtoken',
  'bearer',
  'bearertoken',
  'clientassertion',
  'clientsecret',
  'codeverifier',
  'credential',
  'credentials',
  'hmac',
  'idtoken',
  'jwt',
  'key',
  'passcode',
  'passphrase',
  'passwd',
  'password',
  'pin',
  'privatekey',
  'pwd',
  'refreshtoken',
  'samlresponse',
  'secret',
  'secretkey',
  'session',
  'sessionid',
  'sessiontoken',
  'sid',
  'sig',
  'sign',
  'signature',
  'subjecttoken',
  'subscriptionkey',
  'token',
]);

const secretEndings = [
  'apikey',
  'password',
  'secret',
  'securitytoken',
  'signature',
  'token',
  'secretkey',
  'accesskey',
];

const secretFields = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'dpop']);

const secretFieldWords =
  /(?:^|[-_.])(?:api-?key|auth-?key|access-?key|subscription-?key|token|secret|password|passwd|credentials?|signature|session(?:-?id)?|jwt|assertion)(?:$|[-_.])/;

const plainName = (name: string): string => {
  let text = name;
  try {
    text = decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    // Not percent-encoded text: judged as it stands.
  }
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
};

/** A query parameter, form field, part or JSON member of that name holds a secret. */
export const isSecretParamName = (name: string): boolean => {
  const plain = plainName(name);
  return secretParams.has(plain) || secretEndings.some((ending) => plain.endsWith(ending));
};

/** A header field of that name holds a secret. */
export const isSecretFieldName = (name: string): boolean => {
  const lower = name.trim().toLowerCase();
  return secretFields.has(lower) || secretFieldWords.test(lower) || lower.endsWith('apikey');
};
