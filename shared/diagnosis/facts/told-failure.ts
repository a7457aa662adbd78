import { isRecord } from '../../exchange/json.ts';

/** A login's answer names the state of the account in place of an error. A user that is merely read has such a state, too. */
export const tellsOfAccount = (value: unknown): boolean =>
  isRecord(value) &&
  [value['status'], value['state'], value['account_status'], value['accountStatus']].some(
    (state) =>
      typeof state === 'string' &&
      /^(?:(?:account|user)_)?(?:locked(?:_out)?|suspended|disabled|deactivated|blocked|banned|unverified|unconfirmed|password_expired)$/i.test(
        state,
      ),
  );

/** The member of an answer says by its name and value that something failed. */
export const tellsError = (name: string, member: unknown): boolean =>
  (errorMember.test(name) &&
    member !== null &&
    member !== false &&
    member !== '' &&
    member !== 0 &&
    !isEmpty(member)) ||
  (/^(ok|success|successful|succeeded|exito|sucesso|succes|successo|erfolg(?:reich)?|sukces|basarili)$/i.test(
    name,
  ) &&
    (member === false || member === 'false')) ||
  (/^(?:has_?errors?|is_?error)$/i.test(name) && (member === true || member === 'true')) ||
  (/^(?:message|status|result)$/i.test(name) && /^not ?ok$/i.test(String(member))) ||
  (/^((?:action|response|request|api|call|result)?_?status|result(?:_?code)?|stat|retcode|errcode)$/i.test(
    name,
  ) &&
    typeof member === 'string' &&
    /^(?:error|fail(?:ed|ure)?|aborted|denied|nok|[A-Z]+(?:_[A-Z]+)*_(?:ERROR|FAILED|FAILURE|DENIED|INVALID|EXPIRED)|\w*not[ _](?:processed|authori[sz]ed|authenticated|permitted|logged[ _]in)|unauthori[sz]ed|no permission|invalid [a-z ]{3,24})$/i.test(
      member,
    ));

/** Members of a successful answer under which errors are told. */
export const errorMember =
  /^(errors?|fault|exception|error[ _-]?(?:message|msg|code|description|response|text)|reason|erro[sr]?|errores|errori?e?|erreurs?|fehler(?:meldung|text|code)?|fout(?:en|melding)?|eroare|erori|hata(?:mesaji|kodu|_\w+)?|blad|bledy|chyba|hiba|ошибк[аи]|错误(?:信息|码)?|エラー)$/i;

/** `{"retCode": 10002, "retMsg": "…"}`: a code that is no success, beside a message. */
export const codedFailure = (node: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(node).some(
    ([name, code]) =>
      (/^(?:(?:err|ret|error|return|result|res|info)_?)?(?:code|cod|codigo|no)$/i.test(name) &&
        (typeof code === 'number' || (typeof code === 'string' && /^-?\d+$/.test(code))) &&
        !/^(?:0+|1|20[0-24-9]|2[1-9]\d|20000|10000?)$/.test(String(code))) ||
      (/^(?:err|ret|error|return|result|res)_?code$/i.test(name) &&
        typeof code === 'string' &&
        /^[A-Z]{1,3}-?\d{2,6}$/.test(code)) ||
      (/^(?:status(?:_?code)?|code)$/i.test(name) && /^4\d\d$/.test(String(code))),
  ) &&
  Object.entries(node).some(
    ([name, text]) =>
      /^(?:\w*_?)?(?:msg|message|info|desc(?:ription)?|mensaje|mensagem|messaggio|meldung|mesaj)$/i.test(
        name,
      ) &&
      typeof text === 'string' &&
      text !== '',
  );

/** `{"code": "IllegalAccessToken", "message": "…", "request_id": "…"}`: gateways of one family answer 200 to all. */
export const namedFailure = (node: Readonly<Record<string, unknown>>): boolean => {
  const members = new Map(Object.entries(node).map(([name, value]) => [name.toLowerCase(), value]));
  const code = members.get('code');
  return (
    typeof code === 'string' &&
    /^[a-z][\w.-]{3,}$/i.test(code) &&
    !/^(?:ok|success\w*)$/i.test(code) &&
    typeof members.get('message') === 'string' &&
    (members.has('request_id') || members.has('requestid'))
  );
};

const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) || (isRecord(value) && Object.keys(value).length === 0);
