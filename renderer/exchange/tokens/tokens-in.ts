import { responseOf, type Body, type Exchange, type Field } from '../../../shared/exchange/exchange.ts';
import { decodeJwt, type DecodedJwt } from '../../../shared/token/jwt.ts';

/** A token somewhere in an exchange. */
export interface FoundToken {
  readonly text: string;
  /** Where it was seen first: "Request › Authorization", "Response › body › id_token". */
  readonly where: string;
  /** How often else. */
  readonly further: number;
  readonly decoded: Exclude<DecodedJwt, { kind: 'not-a-jwt' }>;
}

/** Three segments signed, five encrypted; the first is a JSON object in Base64url, which always begins so. */
const tokenText = /\beyJ[A-Za-z0-9_-]{6,}(?:\.[A-Za-z0-9_-]*){2,4}/g;

/** What a token is called where it stands: a member, a parameter or a cookie before it. */
const nameBefore = /["']?([A-Za-z][\w.-]{0,63})["']?\s*[:=]\s*["']?$/;

interface Place {
  readonly where: string;
  readonly text: string;
}

const bodyPlace = (side: string, body: Body): readonly Place[] => {
  switch (body.kind) {
    case 'text':
      return [{ where: `${side} › body`, text: body.text }];
    case 'file':
      return body.head === undefined ? [] : [{ where: `${side} › body`, text: body.head }];
    case 'none':
    case 'bytes':
      return [];
    default:
      return body satisfies never;
  }
};

const fieldPlaces = (side: string, fields: readonly Field[]): readonly Place[] =>
  fields.map(({ name, value }) => ({ where: `${side} › ${name}`, text: value }));

const placesOf = (exchange: Exchange): readonly Place[] => {
  const response = responseOf(exchange);
  return [
    ...fieldPlaces('Request', exchange.request.fields),
    { where: 'Request › URL', text: exchange.request.url },
    ...bodyPlace('Request', exchange.request.body),
    ...(response === undefined
      ? []
      : [...fieldPlaces('Response', response.fields), ...bodyPlace('Response', response.body)]),
  ];
};

const tokensOf = ({ where, text }: Place): readonly FoundToken[] =>
  [...text.matchAll(tokenText)].flatMap((match) => {
    const decoded = decodeJwt(match[0]);
    if (decoded.kind === 'not-a-jwt') return [];
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    const name = nameBefore.exec(before)?.[1];
    const own = name === undefined ? where : `${where} › ${name}`;
    return [{ text: match[0], where: own, further: 0, decoded }];
  });

/** The readable tokens of an exchange, the request's first; one that occurs again is counted, not repeated. */
export const tokensIn = (exchange: Exchange): readonly FoundToken[] => {
  const found = new Map<string, FoundToken>();
  for (const token of placesOf(exchange).flatMap(tokensOf)) {
    const before = found.get(token.text);
    found.set(token.text, before === undefined ? token : { ...before, further: before.further + 1 });
  }
  return [...found.values()];
};

/** A token that a person pasted, with or without its scheme; `undefined` where it is none. */
export const pastedToken = (text: string): FoundToken | undefined => {
  const [token] = text.match(tokenText) ?? [];
  const decoded = token === undefined ? undefined : decodeJwt(token);
  return token === undefined || decoded === undefined || decoded.kind === 'not-a-jwt'
    ? undefined
    : { text: token, where: 'pasted', further: 0, decoded };
};
