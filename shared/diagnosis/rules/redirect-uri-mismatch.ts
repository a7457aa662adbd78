import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED } from '../weights.ts';

/** The redirect URI is not registered or differs from the one that was asked with (RFC 6749 §3.1.2.4). */
export const redirectUriMismatch = defineRule({
  cause: 'redirect-uri-mismatch',
  references: ['RFC 6749 §3.1.2.4', 'RFC 9700 §2.1'],
  phrases: [
    {
      says: /redirect[_ ]?ur[il][_ ]?(?:mismatch)?|redirect[_ ]?ur[il][^.;]{0,80}(?:match|register|invalid|allow|valid|mismatch|whitelist|differ)|(?:callback|reply|return)[_ ]?ur[il]s?[^.;]{0,60}(?:not (?:approved|allowed|match|registered|valid)|mismatch|invalid|must|differ)|reply address|AADSTS50011|AADSTS500112|invalid[_ ]redirect|bad[_ ]redirect|redirect_mismatch|mismatching redirect|callback[_ ](?:ur[il][_ ])?mismatch|invalid_callback|registered callback[^.;]{0,40}not match|redirect failed|domain of this url is ?n[o'’]t included|(?:acs|assertion consumer service) ur[il][^.;]{0,80}(?:not|mismatch|invalid)|not authorized to use CAS|origin_mismatch/i,
      unless: /missing|code[_ ]verifier/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    if (heard.length === 0) return undefined;
    const inUrl = facts.url?.searchParams.get('redirect_uri') ?? undefined;
    const uri = inUrl ?? facts.form.find(({ name }) => name === 'redirect_uri')?.value;
    return support(
      [
        ...heard,
        uri !== undefined &&
          weigh(
            HINTED,
            `The redirect URI is ${uri}`,
            inUrl === undefined
              ? { in: 'body', exchange: facts.index, side: 'request' }
              : { in: 'url', exchange: facts.index },
          ),
      ],
      {
        title:
          uri === undefined
            ? 'The redirect URI is not the one that is registered'
            : `The redirect URI ${uri} is not registered for this client`,
        explanation:
          'An authorization server sends codes only to addresses registered for the client, and compares them letter by letter: http against https, a slash at the end, the port, localhost against 127.0.0.1. The token request must repeat the same one. Register exactly what the client sends.',
        remedies: [{ id: 'correct-redirect-uri' }, { id: 'report' }],
      },
    );
  },
});
