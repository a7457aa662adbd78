import { utf8OfBytes } from '../../exchange/bytes.ts';

/** What stands there in place of a credential: a variable, a guide's sample, a key that a page shows masked, or nothing. */
export type PlaceholderKind = 'template' | 'sample' | 'masked' | 'nothing';

export interface PlaceholderForm {
  /** As it was written: `{{token}}`. */
  readonly written: string;
  /** What it stands for, bare: `token`; empty where nothing was sent at all. */
  readonly stands: string;
  readonly kind: PlaceholderKind;
}

/** Markers of template languages, shells and secret stores, none of which a server-made credential holds. */
const templates: readonly RegExp[] = [
  /\{\{\s*([^{}]+?)\s*\}\}/,
  /\{\s*\$([A-Za-z_]\w*)\s*\}/,
  /\$\{\{?\s*([^{}]+?)\s*\}\}?/,
  /#\{\s*([^{}]+?)\s*\}/,
  /<%=?\s*(.+?)\s*%>/,
  /\{%\s*(.+?)\s*%\}/,
  /^(?:\{\{|\$\{)\s*([A-Za-z_][\w.-]*)$/,
  /(?:^|[\s:])\$\(?([A-Z_][A-Z0-9_]{2,60})\)?$/i,
  /^%([A-Za-z_][A-Za-z0-9_]*)%$/,
  /^%(?:\((\w+)\))?[sdv]$/,
  /^\$env:([A-Za-z_]\w*)$/i,
  /^@?(?:process\.env|os\.environ|secrets|env|vars|steps|variables|parameters)[.[:]\s*["']?([A-Za-z_][\w.-]*)["']?\]?$/i,
  /^(?:[a-z]+\.)*(?:get_?env|env|environ|lookup)\(\s*["']?([A-Za-z_][\w./-]*)["']?[^()]*\)$/i,
  // An expression of a programming language that was never evaluated.
  /^(?:[A-Za-z_$][\w$]*(?:\.|::|->))*[A-Za-z_$]\w*\(\s*["']([A-Za-z_][\w./-]{0,39})["'][^()]*\)$/,
  /^[$@]?(?:[A-Za-z_]\w*(?:\.|::|->))*[A-Za-z_]\w*\[\s*["']([A-Za-z_][\w.-]*)["']\s*\]$/,
  /^__([A-Z][A-Z0-9_]*?)__$/,
  /^@@?([A-Z][A-Z0-9_]{2,})@@?$/,
  /^#([A-Z][A-Z0-9_]{2,})#$/,
  /^\[\[\s*(.+?)\s*\]\]$/,
  /^\{\s*(?!(?=[^}]*\d)(?=[^}]*[a-z])(?=[^}]*[A-Z])[\w.-]{24,}\}$)([A-Za-z][\w .-]*|\d)\s*\}$/,
  /^:([a-z]+_(?:token|key|secret))$/i,
  /^\$\(([^()]+)\)$/,
  /^`([^`]*[\s$(/][^`]*)`$/,
  /^!(?:secret|vault|env|env_var|sub|ref)\s+(\S+)/i,
  /^(?:op|vault|ssm|gcpsm|awssm|bws|sops|akeyless|secretref|keyring|keychain):(?:\/\/)?(\S+)$/i,
  /^(arn:aws[\w-]*:(?:secretsmanager|ssm):\S+)$/,
  /^@Microsoft\.KeyVault\((.+)\)$/i,
  /^ENC[([](.+)[)\]]$/,
  /^\$(ANSIBLE_VAULT);\d.*$/,
  /^(?:file:\/\/)?(\/(?:run\/secrets|vault\/secrets|etc|var|home|mnt|tmp)\/[\w./-]+)$/,
];

const samples: readonly RegExp[] = [
  /^<\s*([^<>]{2,60})\s*>$/,
  /^\[\s*([A-Za-z][\w -]{2,40})\s*\]$/,
  /^((?:your|my|the|insert|enter|replace|paste|add|put)[-_ ]+[\w -]*(?:key|token|secret|password|passwd|pwd|id|jwt|here|pat|credentials?|apikey|user(?:name)?)[\w -]*)$/i,
  /^((?:your|my|insert|replace)(?:Access|Api|API|Auth|Bearer|Secret)?(?:Key|Token|Secret|Password|Apikey|ApiKey))$/i,
  /^(YOUR[A-Z0-9_-]{3,})$/,
  /^((?:ACCESS|API|AUTH|BEARER|SECRET|CLIENT|PERSONAL|REFRESH|JWT|TOKEN|SERVICE|USER)[-_]?(?:ACCESS[-_]?)?(?:TOKEN|KEY|SECRET|ID|JWT)(?:[-_]?(?:HERE|VALUE))?)$/,
  /^([A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{2,20}){0,3}_(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|PAT))$/,
  /^(change[-_ ]?me|replace[-_ ]?me|to[-_ ]?be[-_ ]?(?:replaced|filled)|placeholder|dummy|example|sample|fixme|todo|tbd|string|insert[-_ ]?here)$/i,
  /^((?:token|key|secret|password|apikey|api_key|api-key|access_token|accesstoken|jwt|tokenid|tokenid)(?:[-_ ]?here)?)$/i,
  /^((?:[A-Z0-9]+[_-])+HERE|(?:[a-z]+[_-])*(?:token|key|secret|password|credentials?)[_-](?:goes[_-])?here)$/,
  /^(x{4,}(?:[-_.]x{2,})*|\.{3,}|-{3,}|…+)$/i,
  /^((?:sk|pk|key|token|ghp|pat|xoxb)[-_](?:x{3,}|\.{3,}|…|your.*))$/i,
  /^((?:[a-z]{2,12}\d?[-_.]){1,4}x{6,})$/i,
  /^(abc123|123456|12345678|test[-_]?token)$/i,
  // What programs for servers without keys write where a key cannot be left out.
  /^((?:sk-)?(?:no|not|dummy|fake|unused|any|none)[-_ ]?(?:api[-_ ]?)?(?:key|token|needed|required|used|necessary|set)(?:[-_ ](?:needed|required|necessary|set))?|sk-(?:dummy|fake|test|none|1234)|unused|fake|EMPTY|lm-studio|ollama|n\/a|anything)$/i,
  /^(0{8}-(?:0{4}-){3}0{12}|0{16,})$/,
  /^((?:ihr|ihre|dein|mein|votre|vos|ton|mon|tu|su|mi|seu|sua|meu|minha|il_tuo|jouw|twoj)[-_ ](?:\w+[-_ ])*(?:api|key|token|schl(?:ue|[uü])ssel|cl[eé]|clave|chave|secret|kennwort|passwor[td]|contrase\w+|senha|aqui|hier|ici|acceso)(?:[-_ ]\w+)*)$/i,
  /^((?:你的|您的|替换|填写|请输入|在此|取得した|発行された|申请的|获取的|발급받은|あなたの|ここに|여기에).{0,30})$/,
];

/** Digits and signs that are written for letters: `y0ur_4p1_k3y`. */
const lettered: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};

/** So plain a guide's sample that its digits can be nothing but letters. */
const disguised =
  /^(?:(?:your|my|insert|enter|put)(?:[-_ ]?(?:own|real|api|app|access|auth|bearer|client|secret|private))*[-_ ]?(?:token|key|secret|password)(?:[-_ ]?here)?|(?:api[-_ ]?)?(?:token|key|secret|password)[-_ ]?(?:goes[-_ ]?)?here|change[-_ ]?me)$/i;

const isDisguised = (text: string): boolean =>
  text.length <= 40 &&
  /[013457@$]/.test(text) &&
  disguised.test(text.replace(/[013457@$]/g, (sign) => lettered[sign] ?? sign));

/** What a page or log shows of a key: its beginning, its end, and signs in place of the rest. */
const masked: readonly RegExp[] = [
  /^(\*{3,}|•{3,}|●{3,})$/,
  /^[[<*(]*((?:redacted|masked|hidden|filtered|removed|secret value|sensitive(?: value)?))[\]>*)]*$/i,
  /^([\w-]{2,24}(?:\.{3}|…|\*{3,}|•{3,})[\w-]{0,12})$/,
  /^((?:\*{4,}|•{4,}|●{4,}|x{8,})[\w-]{2,12})$/,
];

/** What programming languages print for a value that is not there, or for an object in place of its text. */
const nothings: readonly RegExp[] = [
  /^(?:undefined|null|none|nil|nan|false|""|''|<nil>|<null>|\((?:null|nil|none)\)|_?[a-z]{2,12}(?:null|undefined)|%![a-z]\(.*\)|#N\/A)$/i,
  /^\[object \w+\]$|^\[(?:Async)?Function\b.*\]$|^Promise\s*\{.*\}$|^(?:async\s+)?function\b.*\{|^(?:async\s*)?\([\w\s,]*\)\s*=>/i,
  /^System\.(?:[A-Z]\w*\.)*[A-Z]\w*(?:`\d.*)?$|^(?:[a-z_]\w*\.)+[A-Z]\w*(?:\$\w+)?@[0-9a-f]{4,8}$/,
  /^#?<(?:[\w.:]+ object|function|bound method|coroutine object|class|generator|[\w:]+:0x)[^]*>$/,
  /#<[A-Z][\w:]+:0x[0-9a-f]{6,}|<(?:[\w.]+ object|function \S+|bound method \S+|coroutine object \S+) at 0x[0-9a-f]{6,}>/,
  /^\((?:known after apply|no value|not set|unset|empty|unknown)\)$|^<(?:no value|nil pointer)>$/i,
  /^SecretStr\(.*\)$|^Optional(?:\.empty|\[empty\])$|^Nothing$|^Symbol\(.*\)$/,
];

/** Judges one value that should be a credential. Byte string in; what it writes are parts of it. */
export const placeholderIn = (value: string): PlaceholderForm | undefined => {
  const text = value.trim();
  if (text === '') return undefined;
  if (nothings.some((pattern) => pattern.test(text))) return { written: text, stands: text, kind: 'nothing' };
  for (const pattern of templates) {
    const match = pattern.exec(text);
    if (match !== null)
      return { written: match[0].trim(), stands: (match[1] ?? '').trim(), kind: 'template' };
  }
  const read = utf8OfBytes(text);
  for (const [kind, patterns] of [
    ['masked', masked],
    ['sample', samples],
  ] as const)
    for (const pattern of patterns) {
      const match = pattern.exec(read);
      if (match !== null) return { written: text, stands: match[1] ?? read, kind };
    }
  return isDisguised(text) ? { written: text, stands: text, kind: 'sample' } : undefined;
};
