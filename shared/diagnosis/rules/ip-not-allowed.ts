import { anyOf } from '../any-of.ts';
import { theServer } from '../facts.ts';
import { inItsWords } from '../in-its-words.ts';
import { defineRule, support } from '../rule.ts';
import { FAINT, STATED } from '../weights.ts';

/** Addresses and networks that are spoken of for another reason. */
const otherAddresses =
  /too many|proxy[ -]auth|squid|user-?agent|mobile application|referr?er|resolve|timed? ?out|connect to/i;

/** The client's address is outside an allow-list. */
export const ipNotAllowed = defineRule({
  cause: 'ip-not-allowed',
  references: [],
  explains: [
    'rate-limited',
    'blocked-by-intermediary',
    'client-not-allowed',
    'account-unusable',
    'credentials-missing',
  ],
  phrases: [
    {
      says: anyOf({
        'IP not whitelisted':
          /\bip\b(?<!(?:(?:site|page|blog|shop) ?(?:owner|administrator|admin|webmaster)|owner of (?:this|the) (?:web)?site|manage this (?:web)?site)\b[^.;]{0,60})(?!: ?[\da-f.:]+ (?:url|browser|time|server|block|proxy)\b)[^;]{0,80}\b(?:not (?:allowed|permitted|authori[sz]ed|whitelisted|in|on|listed|approved)|allow[- ]?list|white-?list|restrict|denied|blocked|forbidden|is not)/i,
        'allow list enabled, and your IP address':
          /(?:allow|white)[- ]?list(?<!(?:(?:site|page|blog|shop) ?(?:owner|administrator|admin|webmaster)|owner of (?:this|the) (?:web)?site|manage this (?:web)?site)\b[^.;]{0,60})[^.;]{0,60}\b(?:ip|address)/i,
        'Remote address not trusted':
          /(?:your|this|client|source|from|remote) (?:ip|address|network|country|region|location)(?<!(?:(?:site|page|blog|shop) ?(?:owner|administrator|admin|webmaster)|owner of (?:this|the) (?:web)?site|manage this (?:web)?site)\b[^.;]{0,60})(?!: ?[\da-f.:]+ (?:url|browser|time|server|block|proxy)\b)[^;]{0,80}\b(?:not|denied|blocked|restricted|forbidden)/i,
        ip_restricted: /ip[_ -]?(?:address[_ ])?(?:not[_ ]allowed|blocked|restricted|denied|forbidden)/i,
        API_KEY_IP_ADDRESS_BLOCKED: /API_KEY_IP_ADDRESS_BLOCKED/i,
        LOGIN_FROM_UNAUTHORIZED_IP: /LOGIN_FROM_UNAUTHORIZED_IP/i,
        IpAuthorization: /IpAuthorization/i,
        IP_ADDRESS_NOT_ON_ACCESS_LIST: /NOT_ON_ACCESS_LIST/i,
        'access lists': /access list/i,
        'network policy': /network policy/i,
        'Login from this country is not allowed': /country (?:is )?(?:not|blocked)/i,
        'block access from your country': /block(?:s|ed)? (?:access )?from your (?:country|region|location)/i,
        'not available in your country': /not available in your (?:country|region)/i,
        unsupported_country_region_territory: /unsupported_country/i,
        AuthorizationFailure: /AuthorizationFailure$/i,
        '403.6': /403\.6/i,
        AADSTS53000: /AADSTS53000/i,
        location_restricted: /location_restricted/i,
        'client IP 84': /Client (?:with )?IP (?:address )?/i,
        'not from an allowed network': /not from an allowed network/i,
        'accessDenied.invalidIp': /InvalidIP/i,
        'Invalid IP': /invalid ip/i,
      }),
      unless:
        /too many|repeated|\bscope\b|sender identity|from address|user-?agent|mobile application|referr?er/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'Invalid request IP: 50.242.74.11': /invalid (?:request |client |source |remote )?ip\b/i,
        'Request from unauthorized IP':
          /(?:unmatched|unknown|untrusted|forbidden|unauthori[sz]ed) (?:ip|network|address|location)\b/i,
        'restricted location':
          /(?:restricted|unsupported|unauthori[sz]ed|blocked) (?:location|region|country|territory)/i,
        'outside of the corporate network':
          /(?:from )?outside (?:of )?(?:the |your |our )?[\w ]{0,30}(?:network|range|cidr|vpn|country|region)/i,
        'only reachable over the VPN':
          /(?:only|must be) (?:be )?(?:reach|access|use|connect|allow)\w*[^.;]{0,30}\b(?:vpn|intranet|(?:company|corporate|internal|office) network)/i,
        'Host 203.0.113.9 is not allowed':
          /(?:host|client|address|location)[ :]+[([]?(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}:[0-9a-f:]{4,})[^;]{0,50}\b(?:not|denied|refused|rejected|blocked|forbidden)\b/i,
        'not allowed to connect from address 192.168.7.20':
          /(?:can ?not|could not|not)[^.;]{0,40}\bfrom (?:this )?(?:location|address|network|host):? ?[([]?(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}:[0-9a-f:]{4,})/i,
        'IP Access Management': /IP Access Management/i,
        'Key not permitted from this IP': /from (?:this|your|that|an unknown|an unauthori[sz]ed) ip\b/i,
        'trusted ip': /(?<![a-z])trusted[_ ]ip\b/i,
        'IP is not within': /\bip\b[^;]{0,40}\bnot (?:within|part of|inside)\b/i,
        'Access from 203.0.113.9 is not permitted':
          /(?:connection|request|access|log-?in)s? from \d{1,3}(?:\.\d{1,3}){3}[^;]{0,20}\b(?:not|denied|refused|blocked)/i,
        'whitelist your':
          /white-?list your(?<!(?:(?:site|page|blog|shop) ?(?:owner|administrator|admin|webmaster)|owner of (?:this|the) (?:web)?site|manage this (?:web)?site)\b[^.;]{0,60})/i,
        'only be used from 192.0.2.': /only be used from \d{1,3}\./i,
        'not available in your location': /not available in your (?:location|area|territory)/i,
        'bound to another IP': /(?:bound|tied|locked) to (?:an)?other (?:ip|address)/i,
        'Login from this country is not allowed':
          /(?:region|country|location)[_ ](?:is[_ ])?not[_ ](?:supported|allowed|available)/i,
        'restricted to the company network': /(?:restricted|limited) to (?:the |our )?[\w ]{0,20}network/i,
        ip_acl: /(?<![a-z])ip_acl/i,
        'not allowed from this network': /not allowed from (?:this|your) (?:network|location)/i,
        'Geo-blocked': /geo[-_ ]?(?:block|restrict|fenc)/i,
        'VPN or proxy detected': /\b(?:vpn|tor)\b[^.;]{0,20}\b(?:detected|not allowed|blocked|forbidden)/i,
      }),
      unless: /too many|user-?agent|mobile application|referr?er|resolve|timed? ?out|connect to/i,
      weight: STATED,
    },
    {
      says: /\b\d{1,3}(?:\.\d{1,3}){3}\b[^.;]{0,40}\b(?:not (?:allowed|permitted|authori[sz]ed|trusted|accepted|in|on|white-?listed)|denied|blocked|rejected|refused|forbidden|unauthori[sz]ed)|(?:denied|blocked|refused|rejected|forbidden|not (?:allowed|permitted|authori[sz]ed))[^;]{0,24}\b(?:from|for|host|client|address|source)[: ]+(?:client |host |ip )?['"[(]*\d{1,3}(?:\.\d{1,3}){3}\b/i,
      unless: otherAddresses,
      weight: STATED,
    },
    {
      says: anyOf({
        'Key not permitted from this IP': /(?:from|this|untrusted|unknown|disallowed|restricted) ip\b/i,
        'IP unauthorized':
          /\bip(?:[- ]address)? (?:is )?(?:unauthori[sz]ed|denied|forbidden|rejected|refused|blocked|banned)\b/i,
        'Geo-blocked': /\bgeo[- ]?(?:block|restrict|fenc)/i,
        'only available from localhost':
          /(?:not (?:connected to|inside|on|in|within|part of)|outside(?: of)?|only (?:available |accessible |allowed |reachable )?(?:from|within|inside|via|through|over|on)) (?:the |your |our |a |an )?(?:\w+ )?(?:network|vpn|intranet|lan|localhost|premises)\b/i,
      }),
      unless: otherAddresses,
      weight: STATED,
    },
    {
      says: /only (?:local|localhost|internal|lan) (?:connections?|access|requests?|clients?|network|addresses)|(?<!except )(?:from|to|in|on) (?:localhost|(?:the )?local (?:network|machine|host)|(?:the )?lan|loopback)(?: only)?$|remote (?:access|connections?|log-?ins?|control) (?:is |are )?(?:disabled|not (?:allowed|permitted|enabled)|denied|forbidden|blocked)/i,
      unless: otherAddresses,
      weight: STATED,
    },
    {
      says: /public (?:network )?access (?:is )?(?:disabled|not (?:allowed|permitted))|(?:denied|rejected|blocked) (?:by|due to|because of) (?:the |your |our )?(?:virtual network|network rules?|firewall rules?|ip rules?|location)|firewall (?:rules?|settings)[^.;]{0,30}(?:forbid|den(?:y|ied)|block|not allow)/i,
      unless: otherAddresses,
      weight: STATED,
    },
    {
      says: /(?:vpn|tor|proxy|datacenter ip|anonymi[sz]er)s?\b(?: or (?:vpn|tor|proxy))?[^.;]{0,20}(?:detected|not (?:allowed|permitted)|blocked|prohibited)|polic(?:y|ies)[^.;]{0,20}\blocation|(?:不在|未加入|未在)[^。]{0,6}白名单|白名单[^。]{0,8}(?:不在|不包含|之外|限制|未)|ip[^。]{0,8}(?:受限|限制|不允许|非法|未授权|无权)/i,
      unless: otherAddresses,
      weight: STATED,
    },
    {
      says: /only (?:be )?(?:accessible|available|reachable|accessed|used|opened)[^.;]{0,30}\b(?:from|on|to) (?:a browser (?:running )?on )?(?:the same (?:machine|host|network|computer)|localhost|this (?:machine|host)|(?:the |your |a )?local (?:machine|host|network)|inside|within)|external (?:internet )?access (?:is )?(?:denied|disabled|blocked)/i,
      unless: otherAddresses,
      weight: STATED + FAINT,
    },
  ],
  examine: (facts, heard) =>
    support(heard, {
      title: inItsWords(
        `${theServer(facts)} does not allow the address from which the request came`,
        heard,
        facts,
      ),
      explanation: `The credential may be right; the server takes it only from certain networks. ${facts.exchange.connection?.localAddress === undefined ? '' : `This computer sent from ${facts.exchange.connection.localAddress}, which a router or VPN usually replaces. `}Add the public address to the list, use the VPN or the runner that is on it, or lift the restriction.`,
      remedies: [{ id: 'report' }],
    }),
});
