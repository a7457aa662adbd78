import type { Facts } from '../facts.ts';

/** Schemes that one server takes for the same thing. */
const kin: readonly (readonly string[])[] = [
  ['bearer', 'oauth', 'dpop', 'token'],
  ['negotiate', 'ntlm', 'kerberos', 'nego2'],
  ['apikey', 'api-key', 'key', 'x-api-key'],
  ['basic', 'xbasic', 'x-basic'],
];

export const sameKind = (a: string, b: string): boolean =>
  a === b || kin.some((group) => group.includes(a) && group.includes(b));

const standard =
  /^(basic|bearer|digest|negotiate|ntlm|hawk|mutual|dpop|oauth|jwt|token|apikey|hmac-sha256|aws4-hmac-sha256)$/;

/** Words that services put before their keys, beside the registered ones. */
const ofServices =
  /^(?:ssws|key|genie-?key|app|bot|client|deepl-auth-key|klaviyo-api-key|zoho-\w+|pve\w+|mediabrowser|emby|api-?token|apikey|api-key|x-api-key|session|secret|user|goog\w+|aws\w+|\S*hmac\S*|\S+-sha\d+|oauth\w*|ibsso|jwt\S*|splunk|vault\S*|discogs|wsse|signature|sharedkey\S*|sharedaccess\S*|tc3\S*|acs\S*|obs|cos|qiniu|kakaoak|naver\S*|gitlab\S*|elastic\S*|cwt|mauth|keyid|token|private-?token|access-?token|authtoken|mac|wechatpay\S*|upyun|bce-\S*|nls|kerberos|plex|bearer\S*|gnap|vapid|scram\S*|hoba|concealed|privatetoken|dpop|tunnel\S*)$/;

/** A word that neither the register of schemes nor a service at hand knows. */
export const isUnheardOf = (scheme: string): boolean =>
  /^[a-z][\w-]{1,24}$/.test(scheme) && !standard.test(scheme) && !ofServices.test(scheme);

/** A scheme with a grammar of its own: a server that asks for one of them does not mean another. */
export const isStandard = (scheme: string): boolean => standard.test(scheme);

const words: ReadonlyMap<string, string> = new Map([
  ['basic', 'Basic'],
  ['bearer', 'Bearer'],
  ['digest', 'Digest'],
  ['negotiate', 'Negotiate'],
  ['ntlm', 'NTLM'],
  ['dpop', 'DPoP'],
  ['oauth', 'OAuth'],
  ['kerberos', 'Kerberos'],
]);

export const schemeInWords = (scheme: string): string => words.get(scheme.toLowerCase()) ?? scheme;

/** Schemes of the challenges, as spelled usually, each once. */
export const challengedSchemes = (facts: Facts): readonly string[] => [
  ...new Set(facts.challenges.map(({ challenge }) => words.get(challenge.scheme) ?? challenge.spelled)),
];

const integrated = /^(negotiate|ntlm|kerberos|nego2)$/;

/** The server takes nothing but the sign-in of a Windows or Kerberos domain. */
export const onlyIntegrated = (facts: Facts): boolean =>
  facts.challenges.length > 0 && facts.challenges.every(({ challenge }) => integrated.test(challenge.scheme));
