import type { Credentials } from './auth.ts';
import { readParams } from './auth-params.ts';
import { Scanner } from './scanner.ts';

/** Schemes whose credentials are a list of parameters; everything else carries one opaque value. */
const withParams =
  /^(digest|oauth|hawk|mac|signature|aws4-[a-z0-9-]+|eg1-hmac-sha256|hmac|apikey|wsse|usernametoken|token|mediabrowser|pveapitoken)$/;

/**
 * Reads an Authorization or Proxy-Authorization value (RFC 9110 §11.6.2). `scheme` is empty where no space separates a
 * first word from the rest, as when a bare token is sent.
 */
export const parseCredentials = (value: string): Credentials => {
  const lead = /^\s*/.exec(value)?.[0].length ?? 0;
  const scan = new Scanner(value);
  scan.at = lead;
  const spelled = scan.token();
  const separated = scan.space();
  const bare = spelled === '' || (!separated && !scan.done);
  if (bare) {
    const rest = value.trim();
    return {
      scheme: '',
      spelled: '',
      rest,
      restSpan: { start: lead, end: lead + rest.length },
      params: [],
      problems: [{ at: lead, expected: 'a scheme and a space' }],
    };
  }
  const start = scan.at;
  const rest = value.slice(start).trimEnd();
  const scheme = spelled.toLowerCase();
  const token68 = scan.token68();
  scan.at = start;
  const params = token68 === undefined && withParams.test(scheme) ? readParams(scan) : [];
  return {
    scheme,
    spelled,
    ...(token68 === undefined ? {} : { token68 }),
    rest,
    restSpan: { start, end: start + rest.length },
    params,
    problems: scan.problems,
  };
};
