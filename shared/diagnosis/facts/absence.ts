import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { missesCredential } from '../reading/read.ts';
import { sendsSecretsInForm, serverCredentials } from '../facts.ts';

/** Words by which a server says that it saw no credential at all. */
const sawNothing =
  /not (?:be )?provided|credentials? (?:were|was|is|are) missing|no (?:valid )?(?:'?authorization'?|auth(?:entication)?|access|bearer|api|valid)?[ -]?['"`]?(?:token|header|key|credentials?|authorization|auth)\b(?!\s*(?:has|id|for user|with|to (?:access|view|read|use|perform))\b)|no ['"`]?authorization[\w: ]*['"`]? header|(?:missing|absent|empty|without)[ :]+(?:an? |the |or (?:invalid|malformed) |required )?['"`]?(?:authorization|authentication|auth|access|bearer|oauth2?|api|jwt|token|credentials?|x-api|oauth2_access)[\w-]*|(?:token|(?:auth\w*|token|api[ -]?key) header|credentials?)['"`]? (?:is |was |are |were )?(?:missing|absent|empty|required|not found|not present|not set|not supplied|not sent|not given)|(?:key|api_?key)['"`]? (?:is |was |are |were )?(?:missing|absent|empty|required|not present|not set|not supplied|not sent|not given)|(?:authorization|authentication)['"`]? (?:is |was |are |were )?(?:missing|absent|empty|not found|not present|not set|not supplied|not sent|not given)|(?:token|credentials|key|auth)_(?:not_provided|missing|required|absent)|(?:missing|no)_(?:token|credentials|authorization|auth|(?:api|app)_?key|header)|not_authed|missing (?:\w+ )?(?:application|app|access|subscription)[ _-]key|missing authorization\b|missing x-auth|must provide[^.;]{0,24}\bauthorization\b|missing (?:required )?(?:query )?param(?:eter)?s?:? ['"`]?(?:api_?key|access_token|auth_token|apikey)\b|anonymous access is not|(?:requires?|needs?) (?:an? )?(?:authorization|authentication) header|missing (?:client|access|auth|security|user|session) token|did(?:n't| not) (?:provide|send|specify|include) (?:an? |any |your )?(?:api|auth|token|credential|access)|not[ _]logged[ _]in|only (?:signed|logged)[ -]in|(?:must|need to) (?:be )?(?:log(?:ged)? in|sign(?:ed)? in|authenticated)|request (?:does|did) not specify (?:an? |the |any )?(?:token|key|credential)|unauthenticated (?:request|user|call)|anonymous (?:user|access|caller|request)|(?:user|as|caller|principal) ["'`]?(?:system:)?anonymous|full authentication is required|\bno (?:user|token|session|ticket|jwt)\b(?! (?:(?:was |were )?(?:found )?(?:with|for|matching)|such))|(?:access token|bearer token|token|authori[sz]ation header|api[ -]?key)(?: \w+)? (?:could not be|cannot be|was not|wasn['’]t|not) (?:found|received|detected|included)|(?:could not|couldn['’]t|unable to|fail(?:ed)?(?: to)?|cannot|can['’]t) (?:find|locate|read|extract|get) (?:an? |the |any |your )?(?:http )?(?:bearer|access|auth\w*|api|jwt|json web)[ -]?(?:web )?(?:token|key|header|credentials?)|did(?:n['’]t| not) receive (?:an? |the |any )?(?:auth\w*|bearer|access|api)|(?:request )?(?:does|did) not (?:contain|include|carry) (?:an? |the |any )?(?:valid )?(?:auth\w*|bearer|access|api|jwt)|(?:please )?(?:provide|include|supply|send) (?:an? |your |the )(?:http )?(?:access|bearer|auth\w*|jwt) (?:token|header)|jwt must be provided|nil json web token|(?:token|header|key) is (?:null|nil|undefined|blank|none)\b|(?:PHP_AUTH_USER|HTTP_AUTHORIZATION) (?:is )?(?:not|un)[ -]?(?:set|found|defined)?|check the "access token" parameter|user ['"`]{2} is not/i;

/**
 * Words of the same kind that speak of a key that the server looks up, or leave open what was wrong, as Apache's own
 * page does.
 */
const sawSomething =
  /(?:provided|missing|absent|empty|present)(?:(?:,| or| and\/or)? (?:or )?|\/)(?:was |is |were )?(?:invalid|incorrect|wrong|expired|malformed|not valid)|(?:signature|signing|matching|public|private|encryption) key|\bkid\b|(?:invalid|incorrect|bad) or missing|or (?:has |have )?failed to|\b(?:fresh|valid|new|different|user|admin|refresh|id|bot|page) token (?:is )?required|not found or (?:is |was )?|no such|\bapi[ _-]token (?:was )?not found|without (?:the )?['"`]?(?:bearer|token|basic)['"`]? (?:prefix|scheme|word)|understand how to supply/i;

/** What libraries and frameworks write that were handed nothing where a credential belongs. */
const handedNothing =
  /guests? (?:users? )?(?:may|can|are|is|access)|(?:jwt|token)[\w ]{0,20} (?:can ?not|must not) be (?:null|empty|blank)|cannot read propert(?:y|ies)[^.;]{0,24} of (?:undefined|null)\b|(?:token|header|credentials?|key)['"`]? (?:is |was |are |were )?not (?:passed|received|included|attached|forwarded|detected)/i;

/** Half the rules ask. */
const found = new WeakMap<Facts, { readonly said: Said | undefined }>();

/** The statement in which the server says that it saw no credential; absent where it says nothing like that. */
export const saysNothingSeen = (facts: Facts): Said | undefined => {
  const before = found.get(facts) ?? { said: findNothingSeen(facts) };
  found.set(facts, before);
  return before.said;
};

const findNothingSeen = (facts: Facts): Said | undefined => {
  const said = saidOf(facts, sawNothing) ?? saidOf(facts, handedNothing);
  if (said === undefined) return saidAbroad(facts);
  if (sawSomething.test(said.statement.text) && !isWhole(facts, said.statement.text)) return undefined;
  const judged = facts.statements.some(
    ({ text }) => text !== said.statement.text && judgesToken.test(text) && !sawNothing.test(text),
  );
  return judged && !nothingSent(facts) ? undefined : said;
};

const eitherWay = /missing or malformed|malformed or missing/i;

/** "Missing or malformed", of a token that can be read: where the server looks, there is none. */
const isWhole = ({ tokens }: Facts, text: string): boolean =>
  eitherWay.test(text) && tokens.some(({ jwt }) => jwt !== undefined);

/** "Kein gültiges Token" was seen, and found wanting. */
const callsForValid =
  /(?<!un)g[üu]ltig|\bvalid[eoa]s?\b|v[áà]lid[oa]s?|geldige?|действительн|有效(?!期)|有効(?!期)|유효한/i;

/** Words that no other language has; what holds one of them need not be read as such. */
const english =
  /\b(?:the|is|not|required|missing|your|was|you|of|failed|denied|invalid|unauthori[sz]ed|forbidden)\b/i;

/** The same in another language than English. */
const saidAbroad = ({ statements }: Facts): Said | undefined => {
  const statement = statements.find(
    (one) => !english.test(one.text) && missesCredential(one) && !callsForValid.test(one.text),
  );
  const match = statement === undefined ? null : /^.*$/m.exec(statement.text);
  return statement === undefined || match === null ? undefined : { statement, match };
};

/** Where the same answer calls the token invalid, it was looked for and not found, as RFC 6750 §3.1 has it. */
const judgesToken =
  /\binvalid[_ -]?(?:access[_ -]?|bearer[_ -]?)?token\b|\btoken[_ -]?invalid\b|\bnot a valid\b[^.;]{0,24}\btoken\b/i;

export const asksToSignIn = (facts: Facts): Said | undefined => saidOf(facts, asksOnly);

/** Words that any refusal may carry: they only ask. */
const asksOnly =
  /authentication (?:is )?(?:required|needed)|authorization (?:is )?required|login[ _]required|please (?:log|sign)[ -]?in|you (?:must|need to|have to|should) (?:first )?(?:log|sign)[ -]?in|requires? (?:user )?authentication|login to continue|请先登录|请登录|未登录|尚未登录|缺少(?:token|令牌|认证|授权)|ログインしてください|認証が必要|로그인이 필요|bitte (?:melden|loggen) sie sich|nicht angemeldet|authentification requise|(?:devez|faut) (?:être connecté|vous connecter)|in(?:icie|iciar) sesi[oó]n|no autenticado|non autenticato|n[aã]o autenticado|faça login|требуется (?:авторизация|аутентификация)|необходим[ао] (?:авторизация|авторизоваться)/i;

/** Nothing that a server could take for a credential was sent. */
export const nothingSent = (facts: Facts): boolean =>
  facts.exchange.request.unseen !== true &&
  serverCredentials(facts).every((credential) => credential.value.trim() === '') &&
  !sendsSecretsInForm(facts);

/** Words and place for the credential that was sent: "a Bearer token in Authorization". */
export const sentInWords = (facts: Facts): string => {
  const [first] = serverCredentials(facts);
  if (first === undefined) return sendsSecretsInForm(facts) ? 'a secret in the body' : 'no credential';
  switch (first.in) {
    case 'authorization':
      return first.parsed === undefined || first.parsed.scheme === ''
        ? 'a bare value in Authorization'
        : `${first.parsed.spelled} in Authorization`;
    case 'proxy':
      return 'proxy credentials';
    case 'field':
      return `a key in ${first.name}`;
    case 'query':
      return `a key in the query parameter ${first.name}`;
    case 'cookie':
      return `the cookie ${first.name}`;
    case 'userinfo':
      return 'user and password in the URL';
    case 'path':
      return 'a token in the path';
    default:
      return first.in satisfies never;
  }
};
