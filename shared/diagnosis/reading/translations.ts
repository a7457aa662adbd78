import type { Predicate, Subject } from './lexicon.ts';

/**
 * The same words in German, French, Spanish, Italian, Portuguese, Dutch, Russian, Chinese, Japanese and Korean, and the
 * commonest in Polish, Czech, Turkish, Indonesian, Vietnamese and the languages of the north; without diacritics, as
 * they stand after `normalised`.
 */
export const translatedSubjects: Readonly<Partial<Record<Subject, string>>> = {
  consent:
    'einwilligung|zustimmung|consentement|consentimiento|consenso|consentimento|toestemming|用户授权|授权同意|同意',
  origin: 'navigateur|navegador|客户端(?:版本)?|浏览器|来源|referer|ブラウザ',
  method:
    '(?:l )?authentification(?: o ?auth ?1)?|authentifizierung|autenticacion|autenticazione|autenticacao|uwierzytelniani[ea]|autentificarea|kimlik dogrulama(?:s[iı])?|hitelesites|аутентифікаці\\w*|(?:basic|passwort) ?(?:authentifizierung|anmeldung)|anmeldung mit benutzername(?:n)? und passwort|authentification (?:basique|par (?:cle|mot de passe))|autenticacion (?:basica|por contrasena)|autenticazione (?:di base|con password)|认证方式|鉴权方式|登录方式|旧版(?:接口|鉴权)|接口|パスワード認証|認証方式',
  'refresh-token':
    'token\\w* odswiez\\w+|(?:aktualisierungs|erneuerungs) ?token|jeton (?:de rafraichissement|d actualisation)|token de (?:actualizaci[oó]n|refresco|renovacion|atualizacao)|token di (?:aggiornamento|rinnovo)|(?:refresh )?токен\\w* обновления|yenileme (?:token|anahtar|jeton)\\w*|刷新令牌|更新令牌|リフレッシュトークン|리프레시 토큰|갱신 토큰',
  code: 'autorisierungs ?code|code d autorisation|codigo de autorizacion|codice di autorizzazione|codigo de autorizacao|код\\w* авторизации|授权码|授權碼|認可コード|인가 코드',
  csrf: 'beveiligings ?token|formulier ?token|sakerhets ?token|sikkerheds ?token|token\\w* bezpieczenstwa|bezpecnostni token|biztonsagi token|токен безопасности|安全令牌|セキュリティトークン|보안 토큰|csrf ?令牌|csrf ?トークン|csrf ?토큰|jeton csrf|sicherheits ?token|jeton de securite|token de seguridad|token di sicurezza|token de seguranca',
  'redirect-uri':
    '(?:umleitungs|weiterleitungs|ruckruf) ?(?:ur[il]s?|adressen?)|ur[il] de (?:redirection|retour|rappel|redireccion|redireccionamiento|redirecionamento|retorno)|ur[il] di reindirizzamento|ur[il] перенаправления|адрес\\w* перенаправления|(?:回调|重定向|跳转)(?:地址|域名|链接| ?ur[il])|リダイレクト ?ur[il]|コールバック ?ur[il]|리(?:디|다이)렉(?:션|트) ?ur[il]|콜백 ?ur[il]',
  nonce: '随机数|随机串|隨機數|ノンス',
  client:
    'client authenti\\w+|anwendungs ?id|identifiant (?:du )?client|secret (?:du )?client|クライアント(?:認証|シークレット|id)?|클라이언트|应用(?:密钥|标识)|appid',
  'token-type':
    'token ?typ|type (?:de|du) jeton|tipo (?:de|di|del) token|(?:token|令牌)\\s?类型|トークンの(?:種類|タイプ)',
  audience: 'zielgruppe|audiencia|受众|オーディエンス',
  issuer: 'aussteller|emetteur|emisor|emittente|emissor|发行者|发行人|签发者|発行者|발급자',
  signature:
    'imza\\w*|podpis\\w*|semnatur\\w*|alairas\\w*|підпис\\w*|signatur|firma(?: digital)?|assinatura|handtekening|подпис\\w*|签名|簽名|验签|署名|서명',
  timestamp:
    'zeitstempel|horodatage|marca de tiempo|systemzeit|(?:请求|服务器|系统|本地|客户端)时间|时间戳|時間戳|タイムスタンプ|타임스탬프',
  certificate:
    'sertifika\\w*|certyfikat\\w*|tanusitvany\\w*|сертифікат\\w*|(?:client ?)?zertifikat|certificat(?: client)?|certificado(?: (?:de |del )?cliente)?|certificato(?: client)?|сертификат\\w*(?: клиента)?|(?:客户端)?证书|憑證|(?:クライアント)?証明書|인증서',
  tenant:
    'mandant(?:en)?|arbeitsbereich|espace de travail|locataire|inquilino|espacio de trabajo|area de trabajo|租户(?:id)?|租戶|工作空间|テナント|ワークスペース|테넌트',
  place:
    '(?:sub)?domaene?|regionen?|endpunkt|domaine|point d acces|dominio|区域|地域|域名|端点|接口地址|ドメイン|リージョン|エンドポイント',
  address:
    'ip adres[iı]\\w*|adres(?:u)? ip|adresa ip|ip cim\\w*|ip ?adresse|adresse ip|direccion ip|endereco ip|indirizzo ip|ip адрес\\w*|白名单|ip ?白名单|ip ?アドレス',
  session:
    'sesiune\\w*|munkamenet\\w*|сесі\\w*|συνεδρι\\w*|oturum\\w*|sesj\\w*|sitzung|sesion|sessione|sessao|sessie|сесси\\w*|сеанс\\w*|会话|會話|登录(?:状态)?|登錄|セッション|세션',
  factor:
    'stark (?:kund)?autentisering|starke (?:kunden)?authentifizierung|authentification forte|autenticacion (?:reforzada|fuerte)|autenticazione forte|autenticacao forte|silne uwierzytelni\\w+|tvofaktor\\w*|tvafaktor\\w*|tweestaps\\w*|dwuetapow\\w*|dvoufazov\\w*|ketlepcsos\\w*|iki (?:adim|asama)l[iı]\\w*|einmal ?kennwort|bestatigungscode|sicherheitscode|code de (?:verification|securite)|codigo de (?:verificacion|seguridad)|codice di verifica|codigo de verificacao|verificatiecode|код подтверждения|двухфакторн\\w*|两步验证|双重验证|二次认证|动态口令|动态码|二段階認証|二要素認証|ワンタイムパスワード|zwei faktor\\w*|zweite[rn]? faktor\\w*|code aus (?:ihrer|der|deiner) app|(?:deuxieme|second) facteur|segundo factor|secondo fattore|segundo fator|tweede factor|второи фактор|einmal ?(?:passwort|code)|double authentification|verificacion en dos pasos|验证码|二次验证|認証コード|인증번호',
  permission:
    'jogosultsaga?\\w*|perfil|profil|drept(?:ul|uri|urile)?|jogosultsag\\w*|дозвол\\w*|дозволу|δικαιωματ\\w*|behorighet\\w*|uprawnie\\w*|yetki\\w*|berechtigung(?:en)?|zugriffsrechte?|rechte|droits?|autorisations?|permisos?|permess[io]|permiss(?:ao|oes)|rechten|прав\\w*|权限|權限|許可|権限|권한',
  plan: 'licens|licencja|lisans|lizenz|abonnement|licence|licencia|licenza|licenca|лицензи\\w*|套餐|ライセンス',
  key: 'kunci(?: (?:api|server|akses))?|api klic\\w*|klic\\w*|nyckel\\w*|サービスキー|서비스 ?키|ライセンスキー|라이선스 ?키|授权码|chave de acesso|clave de acceso|cle d acces|chiave di accesso|anahtar\\w*|klucz\\w*|cheie\\w*|kulcs\\w*|api ?schlussel|zugangsschlussel|schlussel|cle (?:api|d api|d acces)|cle|clave (?:de )?api|chiave(?: api)?|chave(?: (?:da|de) api)?|sleutel|ключ\\w*|密钥|密鑰|秘钥|api ?キー|キー|키',
  token:
    'token(?:em|u|a|ul|ului|y|ow|in|i)|zugriffs ?token|zugangs ?token|jeton(?: d (?:acces|authentification))?|токен\\w*|令牌|访问令牌|トークン|認証トークン|(?:アクセス|認証|リフレッシュ|id) ?トークン|토큰|(?:en ?tete|cabecera|encabezado|cabecalho|intestazione|заголовок)(?: http)?(?: (?:de|d))? authori[sz]ation|authorization ?(?:kopfzeile|feld|请求头|请求标头|头部?|字段|ヘッダー?|헤더)|鉴权信息|认证信息',
  password:
    'passordet|passordene|losenordet|adgangskoden|kodeord(?:et)?|salasana\\w*|nume(?:le)? de utilizator|date(?:le)? de autentificare|jelszo\\w*|felhasznalonev\\w*|логін\\w*|облікові дані|облікових даних|κωδικο\\w*|ονομα χρηστη|διαπιστευτηρι\\w*|anvandarnamn|losenord|brugernavn|adgangskode|brukernavn|passord|has[lł]o|nazwa uzytkownika|kullan[iı]c[iı] ad[iı]|sifre|parola|heslo|uzivatelske jmeno|kennwort|passwort|zugangsdaten|anmeldedaten|benutzername(?:n)?|benutzer|mot de passe|identifiants?|nom d utilisateur|contrasena|credenciales|usuario|nome utente|credenziali|senha|usuario ou senha|credenciais|wachtwoord|gebruikersnaam|парол\\w*|логин\\w*|учетн\\w* данн\\w*|密码|密碼|用户名|账号或密码|帐号或密码|パスワード|ユーザー名|認証情報|비밀번호|아이디',
  account:
    'contul|utilizatorul|fiok\\w*|felhasznalo|обліков\\w* запис\\w*|користувач\\w*|λογαριασμο\\w*|χρηστη\\w*|benutzerkonto|nutzerkonto|anvandar(?:e|konto)\\w*|uzytkownik\\w*|hesa[pb]\\w*|konto|compte|utilisateur|cuenta|account utente|utente|conta|пользовател\\w*|аккаунт\\w*|账号|账户|帐号|用户|アカウント|ユーザー|계정|사용자',
  attempts:
    'istek|zapytan|incercari|cereri|спроб|запитів|pokusu?|(?:tages|monats|stunden|anfrage)?limit|kontingent|limite|limiet|한도|횟수|試行(?:回数)?|操作|访问频率|频率|forsok|deneme|anmeldeversuche|versuche|tentatives|intentos|tentativi|tentativas|попыт\\w*|次数',
  backend:
    '(?:authentifizierungs|anmelde|auth) ?(?:server|dienst)|identitatsanbieter|(?:serveur|service) d authentification|fournisseur d identite|servi(?:dor|cio) de (?:autenticacion|identidad)|proveedor de identidad|servidor de autenticacao|server di autenticazione|сервер\\w* (?:аутентификации|авторизации)|认证(?:服务器?|中心)|鉴权服务|身份(?:认证|验证)服务|認証(?:サーバー?|サービス)|인증 ?(?:서버|서비스)',
  request:
    '(?:ihre )?anfragen?|zugriff|seite|(?:votre )?requetes?|page|(?:su )?(?:solicitud(?:es)?|peticion(?:es)?)|pagina|richiest[ae]|(?:sua )?(?:requisicao|solicitacao)|запрос\\w*|请求|訪問|访问|リクエスト|アクセス|요청|접근',
};

export const translatedPredicates: Readonly<Partial<Record<Predicate, string>>> = {
  retired:
    'nie jest juz (?:obs[lł]ugiwan|dostepn|wspieran)\\w*|nu mai (?:este|sunt) (?:acceptat|suportat|disponibil)\\w*|mar nem (?:tamogatott|elerheto)|artik (?:desteklenm|kullan[iı]lm)\\w*|jiz neni (?:podporovan|dostupn)\\w*|більше не підтримується|nicht mehr (?:unterstutzt|verfugbar|zulassig|akzeptiert|moglich)|abgeschafft|abgeschaltet|eingestellt|veraltet|n est plus (?:prise? en charge|supportee?|acceptee?|disponible)|ya no (?:es compatible|se admite|esta disponible|se acepta|es valid[oa])|obsolet[oae]|descontinuad[oa]|non (?:e )?piu (?:supportat[oa]|disponibile)|nao (?:e )?mais (?:suportad[oa]|aceit[oa])|больше не поддерживается|устарел\\w*|已下线|已停用|已废弃|已弃用|不再支持|廃止|サポートされなくなり|サポート終了|더 이상 지원',
  missing:
    'kravs|paakraevet|pakrevd|zorunlu\\w*|gereklidir|lipse\\w*|nu a fost (?:furnizat|trimis)\\w*|hianyz\\w*|відсутн\\w*|не (?:вказан|передан|надан)\\w*|потрібн\\w*|необхідн\\w*|λειπει|απαιτειται|geben sie|eingeben|eingegeben|erforderliche[nrs]?|saisissez|saisir|entrez|ingrese|introduzca|ingen|inget|kravs|请输入|需要|入力|brak|chybi|saknas|mangler|thieu|fehlt|fehlen(?:d|de|der|des)?|kein(?:e|en)?|erforderlich|benotigt|nicht (?:angegeben|vorhanden|ubermittelt|ubertragen|gesetzt|(?:mit)?gesendet)|manquante?s?|requise?s?|absente?s?|aucune?|necessaires?|non (?:fourni|renseigne|transmis|present)e?s?|falta(?:nte)?|requerid[oa]|(?:se )?requiere|(?:e )?necessari[oa]|no (?:se )?(?:ha )?(?:proporcion\\w*|envi(?:o|ado|ada)|incluid[oa]|especificad[oa])|mancante|richiest[oa]|non (?:fornit|present|inviat)[oae]|obrigatori[oa]|ausente|nao (?:foi )?(?:fornecid|informad|enviad)[oa]|ontbreekt|vereist|geen|niet (?:meegegeven|opgegeven)|brak|wymagan[aey]|gerekli|eksik|tidak (?:ada|disertakan)|отсутству\\w*|требуется|не (?:указан|передан|предоставлен|задан|получен)\\w*|缺少|缺失|为空|不能为空|请(?:先)?(?:登录|登陆|提供|携带)|未(?:提供|传|传递|携带|包含|设置|填写|登录|登陆|检测到|获取到?|找到)|未提供|ありません|がない|必要です|未指定|未設定|(?:指定|送信|設定)されていません|含まれていません|없습니다|필요합니다|누락',
  unknown:
    'nicht bekannt|nije poznat|nu a fost gasit\\w*|inexistent\\w*|necunoscut\\w*|ismeretlen|nem (?:talalhato|letezik)|не знаиден\\w*|невідом\\w*|bulunamad[iı]|kay[iı]tl[iı] degil|nie istnieje|nieznan\\w*|nie znaleziono|neexistuje|nenalezen\\w*|unbekannt(?:e|er|es)?|nicht (?:gefunden|registriert|hinterlegt)|(?:non|pas) enregistree?|no (?:esta )?registrad[oa]|non registrat[oa]|nao registrad[oa]|не зарегистрирован\\w*|未注册|未登记|登録されていません|등록되지|existiert nicht|inconnue?|introuvable|no encontrad[oa]|desconocid[oa]|no existe|no se encontro|non trovat[oa]|sconosciut[oa]|nao encontrad[oa]|onbekend|не найден\\w*|неизвестн\\w*|不存在|未找到|存在しません|見つかりません|존재하지',
  expired:
    'expirat\\w*|lejart\\w*|закінчи\\w*|сплив\\w*|прострочен\\w*|εληξε|ληξει|suresi dol\\w*|zaman as[iı]m[iı]\\w*|过低|过旧|abgelaufen(?:e|er|es)?|expire(?:e|s)?|caducad[oa]|vencid[oa]|ha (?:caducado|expirado)|expirad[oa]|expirou|wygas[lł]\\w*|vyprsel\\w*|suresi (?:doldu|dolmus)|kedaluwarsa|kadaluarsa|het han|utgatt|udlobet|utløpt|scadut[oa]|verlopen|истек\\w*|просрочен\\w*|过期|已过期|失效|超时|期限切れ|有効期限|만료',
  revoked:
    'widerrufen(?:e|er|es)?|uniewazni\\w*|dicabut|iptal edil\\w*|revoquee?|revocad[oa]|revocat[oa]|revogad[oa]|ingetrokken|отозван\\w*|吊销|撤销|注销|失効|취소',
  disabled:
    'pas (?:encore )?(?:active|confirme|verifie)e?s?|pas encore validee?s?|stillgelegt|ruhend gestellt|nicht (?:verifiziert|freigegeben)|no (?:esta |ha sido |fue )?(?:aun |todavia )?(?:verificad|activad|confirmad|validad|habilitad)[oa]|non (?:e )?(?:ancora )?(?:stat[oa] )?(?:ancora )?(?:attivat|verificat|confermat|abilitat)[oa]|nao (?:foi |esta )?(?:ativad|verificad|confirmad|validad)[oa]|niet (?:geactiveerd|bevestigd|geverifieerd)|не (?:активирован|подтвержд)\\w*|未(?:激活|审核)|blocat\\w*|dezactivat\\w*|suspendat\\w*|letiltv\\w*|zarolv\\w*|заблокован\\w*|вимкнен\\w*|engellen\\w*|devre d[iı]s[iı]|aktif degil|zablokovan\\w*|κλειδωμεν\\w*|휴면|noch nicht (?:aktiviert|bestatigt|freigeschaltet)|sparra[td]|inaktiverat|zablokowan\\w*|nieaktywn\\w*|kilitl\\w*|ask[iı]ya al\\w*|gesperrt|deaktiviert|blockiert|nicht (?:aktiviert|bestatigt|freigeschaltet)|desactivee?|bloquee?|suspendu[es]?|verrouillee?|bloquead[oa]|desactivad[oa]|suspendid[oa]|disabilitat[oa]|bloccat[oa]|desativad[oa]|suspens[oa]|geblokkeerd|uitgeschakeld|заблокирован\\w*|отключен\\w*|禁用|锁定|冻结|封禁|停用|ロック|無効化|停止|잠겨|정지',
  malformed:
    'fehlerhaft(?:e|er|es)?|ungultiges format|format(?:o)? (?:invalide|invalido|incorrecto)|mal formee?|format\\w* (?:invalid\\w*|incorrect\\w*)|格式(?:错误|不正确|无效|有误|不对)|형식이|解析失败|形式が|解析できません',
  mismatch:
    'stimmt nicht(?: uberein)?|passt nicht|ne correspond pas|no coincide|non corrisponde|nao corresponde|komt niet overeen|не совпада\\w*|не соответству\\w*|不匹配|不一致|不符|相差|偏差|ausserhalb|außerhalb|fuera de|hors (?:de|du|limite)|一致しません|일치하지',
  used: 'bereits (?:verwendet|benutzt|eingelost)|deja (?:ete )?utilisee?|ya (?:fue |ha sido )?(?:utilizad|usad)[oa]|gia (?:stat[oa] )?(?:utilizzat|usat)[oa]|ja (?:foi )?(?:utilizad|usad)[oa]|уже использован\\w*|已(?:被)?使用|重复|重複|使用済み|이미 사용',
  excess:
    'cok fazla|as[iı]ld[iı]|zbyt wiele|przekroczon\\w*|prea multe|depasit\\w*|забагато|перевищен\\w*|tul sok|prilis mnoho|prekrocen\\w*|uberschritten|erreicht|ausgeschopft|aufgebraucht|atteinte?|depassee?|superad[oa]|alcanzad[oa]|excedid[oa]|superato|raggiunto|초과|超え|zu viele|trop de|demasiad[oa]s|troppi|troppe|muitas|te veel|слишком много|превышен\\w*|过于频繁|过多|太多|超过|超出|上限|多すぎ',
  denied:
    'nincs|ne permet(?:tent)? pas|ne donne pas|no permiten?|non (?:consente|permette)|nao permite|erlaubt nicht|berechtigt nicht|staat niet toe|neautorizat\\w*|nu (?:aveti|are|ai)|interzis\\w*|refuzat\\w*|megtagadva|nem engedelyezett|заборонен\\w*|відмовлено|недостатньо|немає|yetkisiz|reddedil\\w*|yetkiniz yok|odmow\\w*|niewystarczaj\\w*|zabronion\\w*|nie (?:ma|posiada)|zamitnut\\w*|nemate|허용되지|nicht zugelassen|non supportee?|non prise? en charge|no esta autorizad[oa]|no permitid[oa]|no soportad[oa]|saknar|nekad|ej tillat\\w*|不在|未在|不足|verweigert|untersagt|nicht (?:erlaubt|berechtigt|gestattet|zulassig|autorisiert)|keine berechtigung|refusee?|interdite?|non autorisee?|denegad[oa]|prohibid[oa]|no autorizad[oa]|no tiene|negat[oa]|vietat[oa]|non autorizzat[oa]|negad[oa]|nao autorizad[oa]|geweigerd|geen toegang|запрещен\\w*|отказано|недостаточно|нет доступа|无权|没有|拒绝|禁止|不允许|無權|拒否|許可されて|거부',
  unreachable:
    'nicht (?:erreichbar|verfugbar)|verbindung (?:zum|zu) (?:\\w+ ){0,3}fehlgeschlagen|injoignable|indisponible|impossible de (?:contacter|joindre|se connecter)|no (?:esta )?disponible|error de conexion|no se pud[oe] (?:conectar|contactar)|indisponivel|nao foi possivel conectar|non (?:raggiungibile|disponibile)|niet bereikbaar|недоступ\\w*|не удалось подключиться|不可用|不可达|无法(?:连接|访问)|连接(?:失败|超时)|接続でき\\w*|利用できま\\w*|연결할 수 없',
  intercepted: 'abgewiesen|拦截|攔截|阻断|阻擋|屏蔽|ブロック|遮断|차단',
  invalid:
    'incorect\\w*|gresit\\w*|hibas|ervenytelen\\w*|helytelen\\w*|невірн\\w*|недіисн\\w*|некор+ектн\\w*|λαθος|λανθασμεν\\w*|ακυρ\\w*|dogrulanamad[iı]|basar[iı]s[iı]z|felaktig[at]?|fel|misslyckades|forkert\\w*|feil|niepoprawn\\w*|b[lł]edn\\w*|hatal[iı]|yanl[iı]s|nespravn\\w*|ungultig(?:e|er|es|en)?|falsch(?:e|er|es)?|inkorrekt|nicht (?:korrekt|gultig|akzeptiert)|fehlgeschlagen|(?:pas|non) valide|invalide|incorrecte?|erronee?|nieprawidłow\\w*|niewazn\\w*|neplatn\\w*|gecersiz|tidak (?:valid|sah)|khong hop le|ogiltig\\w*|ugyldig\\w*|invalid[oa]|incorrect[oa]|no (?:es )?valid[oa]|non valid[oa]|errat[oa]|fallit[oa]|incorret[oa]|inval|ongeldige?|onjuist|неверн\\w*|недеиствительн\\w*|неправильн\\w*|无效|不合法|錯誤|错误|不正确|非法|有误|失败|校验失败|無効|不正|正しくありません|違います|올바르지|잘못|유효하지',
};
