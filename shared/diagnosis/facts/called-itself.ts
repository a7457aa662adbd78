import { hostnameIn } from '../../exchange/url.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { hostOf } from '../facts.ts';

/** An address in a challenge that only the server's own machine, or its own network, can reach. */
export interface InnerAddress {
  readonly address: string;
  readonly place: Place;
}

const loopback = /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])$/i;
const inner = /^(?:[a-z0-9-]+|[^.]+(?:\.[a-z0-9-]+)*\.(?:svc|cluster\.local|internal|local|lan))$/i;
const bareAddress = /^(?:\d+(?:\.\d+){3}|\[.*\])$/;

/**
 * Where the token is to be fetched, as the challenge tells a stranger who called by a public name: a setting that was
 * written for the server itself.
 */
export const innerAddress = (facts: Facts): InnerAddress | undefined => {
  const called = hostOf(facts);
  if (!called.includes('.') || bareAddress.test(called) || inner.test(called)) return undefined;
  for (const { challenge, place } of facts.challenges)
    for (const { name, value } of challenge.params)
      if (
        /^(?:realm|authorization_uri|resource_metadata|as_uri)$/.test(name) &&
        /^https?:\/\//i.test(value)
      ) {
        const host = hostnameIn(value) ?? '';
        const plain =
          host === called &&
          facts.url?.protocol === 'https:' &&
          value.startsWith('http:') &&
          name === 'realm' &&
          challenge.params.some((param) => param.name === 'service');
        if (loopback.test(host) || inner.test(host) || plain) return { address: value, place };
      }
  return undefined;
};
