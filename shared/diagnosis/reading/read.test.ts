import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cause } from '../causes.ts';
import type { Statement } from '../facts/statements.ts';
import { missesCredential, normalised, readingsOf } from './read.ts';

const said = (text: string): Statement => ({
  text,
  key: 'message',
  carrier: 'body',
  place: { in: 'body', exchange: 0, side: 'response' },
});

const first = (text: string): Cause | undefined =>
  readingsOf(said(text)).toSorted((a, b) => b.weight - a.weight)[0]?.cause;

describe('silent where nothing is said of anything', () => {
  test.each([
    [''],
    ['OK'],
    ['Unauthorized'],
    ['Something went wrong'],
    ['The item is missing a colour'],
    ['Internal error, please contact support'],
    ['Your order has expired'],
    ['Error 500: something about accounts of members'],
    ['Error signing in to the server'],
    ['Not Found'],
    ['操作成功'],
    ['token not expired'],
    ['The session has not expired yet'],
    ['The endpoint is deprecated'],
    ['The feature has not been enabled for your project'],
    ['Enter a title'],
  ])('%s', (text) => expect(readingsOf(said(text))).toEqual([]));
});

test.each([
  ['Votre compte n’est pas encore validé'],
  ['Das Benutzerkonto wurde stillgelegt'],
  ['La cuenta no ha sido verificada'],
  ['Account non ancora attivato'],
  ['A conta não foi ativada'],
])('an account that cannot be used yet: %s', (text) => expect(first(text)).toBe('account-unusable'));

test('an account is its owner', () =>
  expect(first('The owner of this token has been deprovisioned')).toBe('account-unusable'));

test('what may be so of anybody weighs little', () => {
  const [reading] = readingsOf(said('Password login may be disabled if your company uses single sign-on'));
  expect(reading?.weight ?? 0).toBeLessThan(2);
});

describe('one meaning in every style of writing', () => {
  test.each([
    ['ACCESS_TOKEN_EXPIRED'],
    ['accessTokenExpired'],
    ['access-token-expired'],
    ['TokenExpiredError'],
    ['The access token you sent has already expired'],
    ['Expired bearer token'],
    ['JWT is expired'],
    ['Das Zugriffstoken ist abgelaufen'],
    ['Le jeton d’accès a expiré'],
    ['El token ha caducado'],
    ['Il token è scaduto'],
    ['Срок действия токена истек'],
    ['令牌已过期'],
    ['トークンの有効期限が切れています'],
    ['토큰이 만료되었습니다'],
    ['access_token已失效'],
    ['O token expirou'],
    ['Token wygasł'],
    ['Akses token kedaluwarsa'],
    ['Token süresi dolmuş'],
    ['Termenul de valabilitate al token-ului a expirat'],
    ['A token lejárt'],
    ['Термін дії токена закінчився'],
    ['Token lifetime exceeded'],
  ])('%s', (text) => expect(first(text)).toBe('token-expired'));
});

describe('what is said of which', () => {
  test.each<[string, Cause]>([
    ['Nume de utilizator sau parolă incorecte', 'credentials-rejected'],
    ['Hibás jelszó', 'credentials-rejected'],
    ["key doesn't match with scope", 'scope-insufficient'],
    ['Inactive client token', 'token-revoked'],
    ['client does not match the redirect URI', 'redirect-uri-mismatch'],
    ['ライセンスキーの有効期限が切れています', 'token-expired'],
    ['Passordet er utløpt', 'account-unusable'],
    ['No tiene el perfil para enviar', 'permission-denied'],
    ['Невірний логін або пароль', 'credentials-rejected'],
    ['Λάθος κωδικός πρόσβασης', 'credentials-rejected'],
    ['Обліковий запис заблоковано', 'account-unusable'],
    ['Contul este blocat', 'account-unusable'],
    ['Brak uprawnień do zasobu', 'permission-denied'],
    ['Geçersiz anahtar', 'credentials-rejected'],
    ['Oturum süresi doldu', 'session-expired'],
    ['Invalid KC-API-PASSPHRASE', 'credentials-rejected'],
    ['KC-API-KEY not exists', 'credentials-rejected'],
    ['Name or password is incorrect.', 'credentials-rejected'],
    ['Benutzername oder Kennwort ist falsch', 'credentials-rejected'],
    ['Contraseña incorrecta', 'credentials-rejected'],
    ['用户名或密码错误', 'credentials-rejected'],
    ['パスワードが正しくありません', 'credentials-rejected'],
    ['api_key_revoked', 'token-revoked'],
    ['The user account is locked', 'account-unusable'],
    ['Das Konto ist gesperrt', 'account-unusable'],
    ['账号已被禁用', 'account-unusable'],
    ['Incorrect token audience', 'token-audience-mismatch'],
    ['invalid issuer (iss): https://a.example.com, expected b', 'token-issuer-mismatch'],
    ['Invalid KC-API-SIGN', 'signature-mismatch'],
    ['application token is invalid', 'credentials-rejected'],
    ['401 Unauthorized: No user found', 'credentials-rejected'],
    ['request timestamp expired', 'clock-skew'],
    ['gap between request Timestamp and server time exceeds 60', 'clock-skew'],
    ['时间戳过期', 'clock-skew'],
    ['nonce already used', 'nonce-stale'],
    ['Your IP address 203.0.113.7 is not allowed', 'ip-not-allowed'],
    ['Missing required scope: read:user', 'scope-insufficient'],
    ['没有权限', 'permission-denied'],
    ['csrf_token_mismatch', 'csrf-token-missing'],
    ['redirect_uri is not registered', 'redirect-uri-mismatch'],
    ['aud claim does not match', 'token-audience-mismatch'],
    ['issuer not trusted', 'token-issuer-mismatch'],
    ['authorization code already redeemed', 'grant-invalid'],
    ['RefreshTokenExpired', 'grant-invalid'],
    ['The given OAuth 2 access token is malformed.', 'token-malformed'],
    ['Too many requests', 'rate-limited'],
    ['Zu viele Anmeldeversuche', 'rate-limited'],
    ['Two-factor authentication is required', 'mfa-required'],
    ['Die Sitzung ist abgelaufen', 'session-expired'],
    ['token type mismatch', 'token-type-wrong'],
    ['audience mismatch, expected /projects/77/apps/a', 'token-audience-mismatch'],
    ['USERKEY_PLAT_NOMATCH', 'credentials-rejected'],
    ['トークンの種類が正しくありません', 'token-type-wrong'],
    ['Zielgruppe des Tokens stimmt nicht überein', 'token-audience-mismatch'],
    ['the scope of the token is insufficient', 'scope-insufficient'],
    ['Недействительный токен', 'token-rejected'],
    ['token格式错误', 'token-malformed'],
    ['The token was superseded by a newer one', 'token-revoked'],
    ['invalid api key, secret or ip', 'credentials-rejected'],
    ['token已过期', 'token-expired'],
    ['请求重复，nonce已使用', 'nonce-stale'],
    ['授权码无效或已过期', 'grant-invalid'],
    ['Der Autorisierungscode ist ungültig', 'grant-invalid'],
    ['回调地址不匹配', 'redirect-uri-mismatch'],
    ['L’URI de redirection n’est pas valide', 'redirect-uri-mismatch'],
    ['リダイレクトURIが一致しません', 'redirect-uri-mismatch'],
    ['Das Sicherheitstoken ist abgelaufen', 'csrf-token-missing'],
    ['CSRF令牌无效', 'csrf-token-missing'],
    ['The signature of the request is invalid', 'signature-mismatch'],
    ['Die Anmeldung mit Benutzername und Passwort wird nicht mehr unterstützt.', 'auth-method-retired'],
    ['该认证方式已下线', 'auth-method-retired'],
    ['API key authentication is deprecated', 'auth-method-retired'],
    ['Bitte geben Sie den Einmalcode ein', 'mfa-required'],
    ['请输入短信验证码', 'mfa-required'],
    ['Access for 203.0.113.7 denied', 'ip-not-allowed'],
    ['您的IP不在白名单内', 'ip-not-allowed'],
    ['客户端版本过低，请升级', 'client-not-allowed'],
    ['Der angegebene Schlüssel ist nicht bekannt.', 'credentials-rejected'],
    ['Neplatný API klíč', 'credentials-rejected'],
    ['kunci server tidak valid', 'credentials-rejected'],
    ['アクセストークンの有効期限が切れています。', 'token-expired'],
    ['登录失败次数过多', 'rate-limited'],
    ['Het beveiligingstoken van dit formulier is ongeldig', 'csrf-token-missing'],
    ['Stark kundautentisering krävs', 'mfa-required'],
    ['Le scope du jeton ne permet pas l’accès à cette ressource', 'scope-insufficient'],
    ['A felhasználónak nincs jogosultsága ehhez a művelethez', 'permission-denied'],
    ['specify valid applicationId', 'client-authentication-failed'],
    ['Nieprawidłowe hasło', 'credentials-rejected'],
    ['Kullanıcı adı hatalı', 'credentials-rejected'],
    ['Felaktigt lösenord', 'credentials-rejected'],
    ['Your query quota is exhausted', 'rate-limited'],
  ])('%s: %s', (text, cause) => expect(first(text)).toBe(cause));
});

test('of several alternatives the general one stays, the special ones are hints', () => {
  const readings = readingsOf(said('The token is invalid, expired, or revoked'));
  const weightOf = (cause: Cause): number => readings.find((one) => one.cause === cause)?.weight ?? 0;
  expect(weightOf('token-rejected')).toBeGreaterThan(weightOf('token-expired'));
  expect(weightOf('token-rejected')).toBeGreaterThan(weightOf('token-revoked'));
});

test('who did it, and what a file is called, is not what it is said of', () => {
  expect(readingsOf(said('"Plan.odt" is locked by user anna'))).toEqual([]);
  expect(readingsOf(said('The user is locked by an administrator'))[0]?.cause).toBe('account-unusable');
});

test('a field that tells the state of something is read with its name', () => {
  const inField = (key: string): Statement => ({ ...said('suspended'), carrier: 'field', key });
  expect(readingsOf(inField('x-account-status'))[0]?.cause).toBe('account-unusable');
  expect(readingsOf(inField('x-trace'))).toEqual([]);
  expect(readingsOf(said('suspended'))).toEqual([]);
});

test('never throws, and finds each cause once', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const causes = readingsOf(said(text)).map(({ cause }) => cause);
      expect(new Set(causes).size).toBe(causes.length);
    }),
  );
});

test.each([
  ['AccessTokenExpired', 'access token expired'],
  ['JWTExpired', 'jwt expired'],
  ['ungültig', 'ungultig'],
  ['doesn’t match', 'does not match'],
  ['パスワード', 'パスワード'],
])('%s is read as %s', (text, words) => expect(normalised(text)).toBe(words));

describe('a credential is missed, in other languages than English', () => {
  test.each([
    ['Der Authorization-Header fehlt', true],
    ['Kein Token übermittelt', true],
    ['Aucun jeton d’authentification fourni', true],
    ['Token no proporcionado', true],
    ['Token não fornecido', true],
    ['Токен не передан', true],
    ['未提供token', true],
    ['認証トークンがありません', true],
    ['Token fehlt oder ist ungültig', false],
    ['Keine Berechtigung', false],
    ['token未授权', false],
    ['缺少权限', false],
    ['The token is missing', false],
  ])('%s', (text, missed) => expect(missesCredential(said(text))).toBe(missed));
});
