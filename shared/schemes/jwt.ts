import { attachField, attachQuery, prefixed } from './parts/attach.ts';
import { jsonMembers, jsonObjectProblem } from './jose/json-object.ts';
import { isHmacAlgorithm, secretBytes, secretBytesWanted, signJws, type JwsKey } from './jose/jws.ts';
import { jwsXray } from './jose/jws-xray.ts';
import { jwtClaims, jwtHeader, orEmptyObject } from './jwt/claims.ts';
import { jwtForeign } from './jwt/foreign.ts';
import { jwtForm, jwtSettings, type JwtSettings } from './jwt/form.ts';
import { defineScheme, send, type OutgoingRequest, type SchemeNotice } from './scheme.ts';

/** Whether anything is there to sign with. */
const hasKey = ({ algorithm, secret, privateKey }: JwtSettings): boolean =>
  isHmacAlgorithm(algorithm) ? secret !== '' : privateKey.trim() !== '';

const keyOf = ({ algorithm, secret, secretEncoding, privateKey, passphrase }: JwtSettings): JwsKey =>
  isHmacAlgorithm(algorithm)
    ? { secret: secretBytes(secret, secretEncoding) ?? new Uint8Array() }
    : { privateKey: { text: privateKey, ...(passphrase === '' ? {} : { passphrase }) } };

const attach = (request: OutgoingRequest, own: JwtSettings, token: string): OutgoingRequest =>
  own.place === 'query'
    ? attachQuery(request, own.parameter, token)
    : attachField(request, own.field, prefixed(own.prefix, token));

/** RFC 9110 §5.6.2. */
const fieldName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

const problemOf = (own: JwtSettings): string | undefined => {
  if (!hasKey(own)) return undefined;
  const inHeader = jsonObjectProblem(orEmptyObject(own.header));
  if (inHeader !== undefined) return `The header of the JWT is no JSON object: ${inHeader}.`;
  const inClaims = jsonObjectProblem(orEmptyObject(own.claims));
  if (inClaims !== undefined) return `The claims of the JWT are no JSON object: ${inClaims}.`;
  const named = jsonMembers(orEmptyObject(own.header)).get('alg');
  if (named !== undefined && named !== own.algorithm)
    return `The header of the JWT names ${JSON.stringify(named)}, and ${own.algorithm} is chosen; change one of them.`;
  if (!/^(|[1-9]\d{0,9})$/.test(own.lifetime)) return 'The lifetime of the JWT is a number of seconds.';
  if (isHmacAlgorithm(own.algorithm) && secretBytes(own.secret, own.secretEncoding) === undefined)
    return 'The secret of the JWT is not Base64; choose Text, or correct it.';
  if (own.place === 'header' && !fieldName.test(own.field))
    return `"${own.field}" cannot be the name of a header.`;
  if (own.place === 'query' && own.parameter === '') return 'The query parameter of the JWT has no name.';
  return undefined;
};

const noticesOf = (own: JwtSettings): readonly SchemeNotice[] => {
  if (!hasKey(own) || !isHmacAlgorithm(own.algorithm)) return [];
  const wanted = secretBytesWanted(own.algorithm);
  const length = secretBytes(own.secret, own.secretEncoding)?.length ?? 0;
  if (length >= wanted) return [];
  return [
    {
      title: `The secret has ${length} of ${wanted} bytes`,
      explanation: `${own.algorithm} asks for ${wanted} (RFC 7518 §3.2); a strict server refuses a shorter one. Is it Base64?`,
    },
  ];
};

/** A token made and signed for each request (RFC 7519, RFC 7515). Without a key nothing is added. */
export const jwt = defineScheme<JwtSettings>({
  id: 'jwt',
  label: 'JWT, signed here',
  references: ['RFC 7519', 'RFC 7515', 'RFC 7518', 'RFC 8037'],
  challenges: [],
  form: jwtForm,
  credential: 'key or claims',
  settings: jwtSettings,
  summary: ({ algorithm }) => `JWT, ${algorithm}`,
  problem: problemOf,
  *flow(request, own, env) {
    if (!hasKey(own)) {
      yield* send(request);
      return;
    }
    const header = jwtHeader(own);
    const claims = jwtClaims(own, env);
    const signed = signJws(own.algorithm, keyOf(own), header, claims, env);
    yield* send({
      ...attach(request, own, signed.token),
      xray: jwsXray(`JWT, ${own.algorithm}`, header, claims, signed),
    });
  },
  notices: noticesOf,
  curl: (own) => ({
    words: [],
    notes: hasKey(own)
      ? [
          `curl cannot sign a JWT: the token is exported as it is${own.lifetime === '' ? '' : `, good for ${own.lifetime} seconds`}.`,
        ]
      : [],
  }),
  foreign: jwtForeign,
});
