import { responseOf, type Attempt, type Exchange } from '../exchange/exchange.ts';
import { valuesOf } from '../exchange/fields.ts';
import { authParam } from '../http-auth/auth.ts';
import { parseChallenges } from '../http-auth/challenges.ts';

/** Where an API says who gives tokens for it (RFC 9728 §5.1). */
export interface ResourcePointer {
  /** Address of the protected resource's metadata. */
  readonly metadata: string;
  /** The request that was refused. */
  readonly requestUrl: string;
  /** The scope that the challenge asks for, where it names one. */
  readonly scope: string | undefined;
}

/** The pointer in a 401 of this attempt, the latest first; nothing where no answer has one. */
export const resourcePointerOf = ({ exchanges }: Pick<Attempt, 'exchanges'>): ResourcePointer | undefined =>
  exchanges
    .toReversed()
    .map(pointerIn)
    .find((pointer) => pointer !== undefined);

const pointerIn = (exchange: Exchange): ResourcePointer | undefined => {
  const response = responseOf(exchange);
  if (response?.status !== 401 || exchange.purpose !== 'resource') return undefined;
  const { challenges } = parseChallenges(valuesOf(response.fields, 'WWW-Authenticate'));
  for (const challenge of challenges) {
    const metadata = authParam(challenge, 'resource_metadata');
    if (metadata !== undefined && URL.canParse(metadata)) {
      return { metadata, requestUrl: exchange.request.url, scope: authParam(challenge, 'scope') };
    }
  }
  return undefined;
};

/**
 * Whether metadata of this resource speak for a request: they name it or what it lies in (RFC 9728 §3.3). Metadata of
 * another resource would send the person to a server of a stranger.
 */
export const speaksFor = (resource: string, requestUrl: string): boolean => {
  if (!URL.canParse(resource) || !URL.canParse(requestUrl)) return false;
  const named = new URL(resource);
  const asked = new URL(requestUrl);
  if (named.origin !== asked.origin) return false;
  const folder = named.pathname.replace(/\/*$/, '/');
  return `${asked.pathname}/`.startsWith(folder);
};
