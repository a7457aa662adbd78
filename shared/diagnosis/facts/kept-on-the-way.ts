import { fieldNamed } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';

/** The proxy of a cluster's own API server takes Authorization for itself and does not hand it on. */
const clusterProxy =
  /^\/api\/v1\/(?:proxy\/namespaces\/[^/]+\/(?:services|pods)\/|namespaces\/[^/]+\/(?:services|pods)\/[^/]+\/proxy(?:\/|$))/;

/** A field that the signature covers was sent, and the server says that it is not there. */
export const signedFieldLost = (facts: Facts): Said | undefined => {
  const said = saidOf(
    facts,
    /signed header ['"`]?([\w-]+)['"`]? (?:is |was )?(?:not present|missing|not found)/i,
  );
  const name = said?.match[1];
  return name === undefined || fieldNamed(facts.exchange.request.fields, name) === undefined
    ? undefined
    : said;
};

export const throughCluster = (facts: Facts): boolean =>
  facts.status === 401 &&
  clusterProxy.test(facts.url?.pathname ?? '') &&
  !/"kind"\s*:\s*"Status"/.test(facts.bodyText);
