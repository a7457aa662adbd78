import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';

/** Fields that layers of protection add where they refuse, and only there. */
const ofRefusal: readonly string[] = [
  'CF-Mitigated',
  'X-Amzn-Waf-Action',
  'X-Sucuri-Block',
  'X-Denied-Reason',
  'X-Waf-Block',
  'Ngrok-Error-Code',
];

/** Names under which balancers and layers of protection answer, and only where they answer themselves. */
const answersItself =
  /^(?:awselb|AkamaiGHost|CloudFront|DataDome|imunify360|FortiWeb|ddos-guard|Sucuri|Zscaler|BigIP|Microsoft-Azure-Application-Gateway|yunjiasu|Safedog|SafeLine)/i;

/** These answer programs in JSON; of the others JSON is an application's that they passed on. */
const scripted = /^(?:DataDome|imunify360|ddos-guard)/i;

const balancer = /^(?:awselb|BigIP)/i;

/** Whose layer it is that adds the field, where the field alone tells. */
const owners: Readonly<Record<string, string>> = {
  'CF-Mitigated': 'Cloudflare',
  'X-Amzn-Waf-Action': 'AWS WAF',
  'X-Sucuri-Block': 'Sucuri',
  'Ngrok-Error-Code': 'ngrok',
};

/** The layer that refused, by name: "Cloudflare", "Zscaler". */
export const wallName = (facts: Facts, field: string | undefined): string | undefined =>
  field === 'Server'
    ? balancer.exec(responseValue(facts, field) ?? '') !== null
      ? 'The load balancer'
      : /^[A-Za-z][\w .-]*\w/.exec(responseValue(facts, field) ?? '')?.[0]
    : field === undefined
      ? undefined
      : owners[field];

/** The field of a refusal that shows that it was not the server's own. */
export const wallField = (facts: Facts): string | undefined =>
  ofRefusal.find((name) => responseValue(facts, name) !== undefined) ??
  ((facts.body.kind !== 'json' || scripted.test(responseValue(facts, 'Server') ?? '')) &&
  answersItself.test(responseValue(facts, 'Server') ?? '')
    ? 'Server'
    : undefined);
