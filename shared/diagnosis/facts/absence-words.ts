import { anyOf } from '../any-of.ts';

/** Words by which a server says that it saw no credential at all. */
export const sawNothing = anyOf({
  'Token not provided': /not (?:be )?provided/i,
  'credentials are missing': /credentials? (?:were|was|is|are) missing/i,
  'no token found':
    /no (?:valid )?(?:'?authorization'?|auth(?:entication)?|access|bearer|api|valid)?[ -]?['"`]?(?:token|header|key|credentials?|authorization|auth)\b(?!\s*(?:has|id|for user|with|to (?:access|view|read|use|perform))\b)/i,
  'No authorization header found': /no ['"`]?authorization[\w: ]*['"`]? header/i,
  'Missing Bearer':
    /(?:missing|absent|empty|without)[ :]+(?:an? |the |or (?:invalid|malformed) |required )?['"`]?(?:authorization|authentication|auth|access|bearer|oauth2?|api|jwt|token|credentials?|x-api|oauth2_access)[\w-]*/i,
  'Token not found':
    /(?:token|(?:auth\w*|token|api[ -]?key) header|credentials?)['"`]? (?:is |was |are |were )?(?:missing|absent|empty|required|not found|not present|not set|not supplied|not sent|not given)/i,
  'API key missing':
    /(?:key|api_?key)['"`]? (?:is |was |are |were )?(?:missing|absent|empty|required|not present|not set|not supplied|not sent|not given)/i,
  'HTTP_AUTHORIZATION not set':
    /(?:authorization|authentication)['"`]? (?:is |was |are |were )?(?:missing|absent|empty|not found|not present|not set|not supplied|not sent|not given)/i,
  API_KEY_MISSING: /(?:token|credentials|key|auth)_(?:not_provided|missing|required|absent)/i,
  NO_APP_KEY: /(?:missing|no)_(?:token|credentials|authorization|auth|(?:api|app)_?key|header)/i,
  not_authed: /not_authed/i,
  'missing subscription key': /missing (?:\w+ )?(?:application|app|access|subscription)[ _-]key/i,
  'Missing Authorization Header': /missing authorization\b/i,
  'missing x-auth': /missing x-auth/i,
  'Must provide HTTP header "Authorization': /must provide[^.;]{0,24}\bauthorization\b/i,
  'missing parameter: api_key':
    /missing (?:required )?(?:query )?param(?:eter)?s?:? ['"`]?(?:api_?key|access_token|auth_token|apikey)\b/i,
  'anonymous access is not': /anonymous access is not/i,
  'requires an Authorization header':
    /(?:requires?|needs?) (?:an? )?(?:authorization|authentication) header/i,
  'Missing auth token': /missing (?:client|access|auth|security|user|session) token/i,
  "didn't provide an API key":
    /did(?:n't| not) (?:provide|send|specify|include) (?:an? |any |your )?(?:api|auth|token|credential|access)/i,
  'Not logged in': /not[ _]logged[ _]in/i,
  'only signed-in users': /only (?:signed|logged)[ -]in/i,
  'You must log in first.': /(?:must|need to) (?:be )?(?:log(?:ged)? in|sign(?:ed)? in|authenticated)/i,
  'request does not specify a token':
    /request (?:does|did) not specify (?:an? |the |any )?(?:token|key|credential)/i,
  'Unauthenticated request': /unauthenticated (?:request|user|call)/i,
  'anonymous users': /anonymous (?:user|access|caller|request)/i,
  'User "system:anonymous': /(?:user|as|caller|principal) ["'`]?(?:system:)?anonymous/i,
  'Full authentication is required': /full authentication is required/i,
  'No ticket':
    /\bno (?:user|token|session|ticket|jwt)\b(?! (?:(?:was |were )?(?:found )?(?:with|for|matching)|such))/i,
  'API token not found':
    /(?:access token|bearer token|token|authori[sz]ation header|api[ -]?key)(?: \w+)? (?:could not be|cannot be|was not|wasn['’]t|not) (?:found|received|detected|included)/i,
  'API key: unable to find apikey':
    /(?:could not|couldn['’]t|unable to|fail(?:ed)?(?: to)?|cannot|can['’]t) (?:find|locate|read|extract|get) (?:an? |the |any |your )?(?:http )?(?:bearer|access|auth\w*|api|jwt|json web)[ -]?(?:web )?(?:token|key|header|credentials?)/i,
  "didn't receive an authorization":
    /did(?:n['’]t| not) receive (?:an? |the |any )?(?:auth\w*|bearer|access|api)/i,
  'Your plan does not include API access':
    /(?:request )?(?:does|did) not (?:contain|include|carry) (?:an? |the |any )?(?:valid )?(?:auth\w*|bearer|access|api|jwt)/i,
  'provide an auth token':
    /(?:please )?(?:provide|include|supply|send) (?:an? |your |the )(?:http )?(?:access|bearer|auth\w*|jwt) (?:token|header)/i,
  'jwt must be provided': /jwt must be provided/i,
  'Nil JSON web token': /nil json web token/i,
  'token is null': /(?:token|header|key) is (?:null|nil|undefined|blank|none)\b/i,
  'PHP_AUTH_USER is not set':
    /(?:PHP_AUTH_USER|HTTP_AUTHORIZATION) (?:is )?(?:not|un)[ -]?(?:set|found|defined)?/i,
  'Check the "access token" parameter': /check the "access token" parameter/i,
  "user '' is not": /user ['"`]{2} is not/i,
});

/**
 * Words of the same kind that speak of a key that the server looks up, or leave open what was wrong, as Apache's own
 * page does.
 */
export const sawSomething = anyOf({
  'Missing or malformed JWT':
    /(?:provided|missing|absent|empty|present)(?:(?:,| or| and\/or)? (?:or )?|\/)(?:was |is |were )?(?:invalid|incorrect|wrong|expired|malformed|not valid)/i,
  'The signature key was not found': /(?:signature|signing|matching|public|private|encryption) key/i,
  "Didn't find publicKey for specified kid": /\bkid\b/i,
  'Invalid or missing API key': /(?:invalid|incorrect|bad) or missing/i,
  'or failed to': /or (?:has |have )?failed to/i,
  'User token required':
    /\b(?:fresh|valid|new|different|user|admin|refresh|id|bot|page) token (?:is )?required/i,
  'not found or is invalid': /not found or (?:is |was )?/i,
  'No such API': /no such/i,
  'API token not found': /\bapi[ _-]token (?:was )?not found(?! in\b)/i,
  "without the 'Bearer' prefix":
    /without (?:the )?['"`]?(?:bearer|token|basic)['"`]? (?:prefix|scheme|word)/i,
  'understand how to supply': /understand how to supply/i,
});

/** Words that any refusal may carry: they only ask. */
export const asksOnly = anyOf({
  'Authentication Required': /authentication (?:is )?(?:required|needed)/i,
  'Authorization Required': /authorization (?:is )?required/i,
  'login required': /login[ _]?required/i,
  'Please log in': /please (?:log|sign)[ -]?in/i,
  'You need to login': /you (?:must|need to|have to|should) (?:first )?(?:log|sign)[ -]?in/i,
  'require authentication': /requires? (?:user )?authentication/i,
  'login to continue': /login to continue/i,
  请先登录: /请先登录/i,
  请登录: /请登录/i,
  未登录: /未登录/i,
  尚未登录: /尚未登录/i,
  缺少token: /缺少(?:token|令牌|认证|授权)/i,
  ログインしてください: /ログインしてください/i,
  認証が必要: /認証が必要/i,
  '로그인이 필요': /로그인이 필요/i,
  'Bitte melden Sie sich': /bitte (?:melden|loggen) sie sich/i,
  'nicht angemeldet': /nicht angemeldet/i,
  'authentification requise': /authentification requise/i,
  'devez être connecté': /(?:devez|faut) (?:être connecté|vous connecter)/i,
  'inicie sesión': /in(?:icie|iciar) sesi[oó]n/i,
  'no autenticado': /no autenticado/i,
  'non autenticato': /non autenticato/i,
  'não autenticado': /n[aã]o autenticado/i,
  'faça login': /faça login/i,
  'требуется авторизация': /требуется (?:авторизация|аутентификация)/i,
  'необходима авторизация': /необходим[ао] (?:авторизация|авторизоваться)/i,
});
