import { anyOf } from '../any-of.ts';
import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Facts } from '../facts.ts';
import { statusPlace, theServer } from '../facts.ts';
import { isAuthorizeRequest } from '../facts/authorize-request.ts';
import { missedClient } from '../facts/missed-client.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** The OAuth client's id, secret, assertion or method is refused (RFC 6749 §2.3, §5.2). */
export const clientAuthenticationFailed = defineRule({
  cause: 'client-authentication-failed',
  references: ['RFC 6749 §2.3.1', 'RFC 6749 §5.2'],
  explains: ['grant-invalid', 'scheme-mismatch', 'redirect-uri-mismatch', 'credentials-missing'],
  phrases: [
    {
      says: anyOf({
        'Unable to verify secret hash': /unable to verify secret hash/i,
        'client secret does not match': /client secret (?:hash )?(?:does not|n['o]t) match/i,
        invalid_client: /invalid[_ ]client\b/i,
        'Invalid API client id':
          /(?:invalid|incorrect|bad|wrong|unknown|missing)[^.;]{0,24}\b(?:client[ _]?(?:id|secret|credentials|assertion)|consumer|application (?:id|key)|app ?(?:id|secret|key))\b/i,
        'client_secret must be provided':
          /client_?secret[^.;]{0,24}\b(?:must|should|has to) be (?:provided|sent|passed|given)/i,
        'client_id invalid':
          /client[ _]?(?:id|secret|assertion|credentials)[^.;]{0,40}\b(?:is |are |was )?(?:invalid|incorrect|wrong|not (?:found|valid|match|exist|recogni[sz]ed|registered|provided)|expired|missing|mismatch|required|unknown|does not)/i,
        'Client Authentication failed': /client authentication (?:has )?failed/i,
        'error validating application': /error validating (?:application|client)/i,
        'Client not found': /client (?:is )?(?:not (?:found|registered)|unknown|disabled)/i,
        AADSTS7000215: /AADSTS7000215/i,
        AADSTS7000222: /AADSTS7000222/i,
        AADSTS7000216: /AADSTS7000216/i,
        AADSTS700027: /AADSTS700027/i,
        AADSTS700016: /AADSTS700016/i,
        AADSTS70002: /AADSTS70002\b/i,
        AADSTS900144: /AADSTS900144/i,
        AADSTS7000218: /AADSTS7000218/i,
        AADSTS650052: /AADSTS650052/i,
        'The OAuth client was not found': /The OAuth client was not found/i,
        UNKNOWN_CLIENT: /unknown[_ ]client/i,
        deleted_client: /deleted_client/i,
        'INVALID_CLIENT: Insecure redirect URI': /INVALID_CLIENT/i,
        'Client secret expired': /Client secret (?:has )?expired/i,
        incorrect_client_credentials: /incorrect_client_credentials/i,
        'not authorized to use grant': /not authorized to use[^.]{0,30}grant/i,
        client_not_found: /client_not_found/i,
        application_not_found: /application_not_found/i,
        'Bad client credentials': /Bad client credentials/i,
      }),
      weight: STATED,
    },
    { says: /client_?(?:id|secret)\b[^.;]{0,60}not properly encoded/i, weight: STATED },
    {
      says: /unauthorized[_ ]client|client (?:is )?not (?:authori[sz]ed|allowed|enabled)|unsupported (?:client )?authentication method|token_endpoint_auth_method/i,
      weight: SUGGESTED,
    },
  ],
  examine(facts, heard) {
    const knownOf = heard.some(({ explanation }) => explanation !== undefined);
    if (!knownOf && missedClient(facts) !== undefined) return undefined;
    if (
      !facts.tokenRequest &&
      !knownOf &&
      !isAuthorizeRequest(facts) &&
      !/invalid_client|AADSTS|OAuth client|client_?id/i.test(facts.said) &&
      !namesProgram(facts) &&
      !(facts.signing.kind !== undefined && /\bapp[-_ ]?id\b/i.test(facts.said))
    )
      return undefined;
    const basic =
      facts.authorization?.parsed?.scheme === 'basic'
        ? byteStringOfBase64(facts.authorization.parsed.rest)
        : undefined;
    const inForm = facts.form.find(({ name }) => name === 'client_secret');
    const empty = facts.form.find(
      ({ name, value }) => /^client_(id|secret)$/.test(name) && value.trim() === '',
    );
    const both = basic !== undefined && inForm !== undefined;
    const secret = basic?.slice(basic.indexOf(':') + 1) ?? inForm?.value ?? '';
    const special = /[+%&=:/ ]/.test(secret) && basic !== undefined;
    const person = facts.form.some(({ name }) => /^(?:password|passwd|pwd)$/i.test(name));
    const words =
      facts.tokenRequest && !person && heard.length === 0
        ? saidOf(
            facts,
            /(?:invalid|incorrect|wrong|bad|unknown|not valid)[^.;]{0,24}\b(?:credentials|authentication|(?:api|app(?:lication)?|consumer|client)[ _-]?key|secret)|(?:credentials|authentication)[^.;]{0,24}\b(?:invalid|incorrect|wrong|failed|not valid)/i,
          )
        : undefined;
    const bare =
      facts.tokenRequest &&
      heard.length === 0 &&
      facts.status === 401 &&
      !/invalid_(?:token|grant)|access_denied/i.test(facts.said) &&
      (basic !== undefined || inForm !== undefined);
    const named = facts.tokenRequest ? saidOf(facts, /\berror: invalid_client\b/) : undefined;
    const alike = basic !== undefined && isAlike(basic);
    const unnamed =
      facts.tokenRequest &&
      facts.hops.length === 0 &&
      !person &&
      facts.status === 401 &&
      facts.authorization === undefined &&
      !facts.form.some(({ name }) => /^client_|^app_?(?:id|key|secret)$|assertion$/i.test(name));
    return support(
      [
        ...heard,
        empty !== undefined &&
          weigh(PROVEN, `${empty.name} was sent empty`, {
            in: 'body',
            exchange: facts.index,
            side: 'request',
          }),
        words !== undefined && {
          weight: TOLD,
          evidence: statementEvidence(facts, words.statement, words.match[0]),
        },
        named !== undefined && {
          weight: PROVEN,
          evidence: statementEvidence(facts, named.statement, named.statement.text),
        },
        alike &&
          weigh(PROVEN, 'Id and secret are the same value', facts.authorization?.place ?? statusPlace(facts)),
        unnamed &&
          weigh(TOLD, 'Neither an id nor a secret of a client was sent', {
            in: 'body',
            exchange: facts.index,
            side: 'request',
          }),
        bare && weigh(SUGGESTED, 'The token endpoint answers 401', statusPlace(facts)),
        both &&
          weigh(
            HINTED,
            'The client’s secret was sent in Authorization and in the body as well',
            facts.authorization?.place ?? statusPlace(facts),
          ),
        special &&
          heard.length > 0 &&
          weigh(
            HINTED,
            'The secret holds characters that must be form-encoded before Base64',
            facts.authorization?.place ?? statusPlace(facts),
          ),
      ],
      {
        title:
          empty === undefined
            ? `${theServer(facts)} does not accept the client${idOf(basic, facts.form)}`
            : `${empty.name} was sent empty, so ${theServer(facts)} does not accept the client`,
        explanation: `The token endpoint does not accept who asks. The client’s id or secret is wrong, over, or of another tenant, or sent in another way than the registered one: as Basic, in the body, or as an assertion.${special ? ' In Basic both are form-encoded before Base64 (RFC 6749 §2.3.1); without it a secret with +, % or / is read differently.' : ''}`,
        remedies: [
          { id: 'switch-client-authentication' },
          { id: 'correct-client' },
          { id: 'fill-credentials' },
          { id: 'reencode-credentials' },
          { id: 'report' },
        ],
      },
    );
  },
});

/** The answer speaks of a client's id, and no field of that name is the key itself. */
const namesProgram = ({ said, exchange }: Facts): boolean =>
  /\bclient id\b/i.test(said) && !exchange.request.fields.some(({ name }) => /client[-_]?id/i.test(name));

/** The one value was copied into both fields. */
const isAlike = (basic: string): boolean => {
  const colon = basic.indexOf(':');
  return colon > 7 && basic.slice(0, colon) === basic.slice(colon + 1);
};

const idOf = (
  basic: string | undefined,
  form: readonly { readonly name: string; readonly value: string }[],
): string => {
  const id =
    form.find(({ name }) => name === 'client_id')?.value ?? basic?.slice(0, Math.max(0, basic.indexOf(':')));
  return id === undefined || id === '' || id.length > 60 || !/^[\x21-\x7e]+$/.test(id) ? '' : ` ${id}`;
};
