import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const call = 'https://moodle.example.com/webservice/rest/server.php?wstoken=4f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c';
const json = { 'Content-Type': 'application/json' };
const body = (errorcode: string, message: string): string =>
  JSON.stringify({ exception: 'moodle_exception', errorcode, message });
const login = { status: 200, url: 'https://moodle.example.com/login/token.php', received: json, sent: {} };

export const moodle = defineProvider({
  id: 'moodle',
  name: 'Moodle',
  category: 'productivity',
  address: call,
  paths: /\/webservice\/rest\/server\.php$/,
  body: /"errorcode"\s*:\s*"\w+"|EXCEPTION class="|moodle_exception/,
  misleads: [
    {
      says: '200',
      means: 'Moodle answers 200 to a refused token: the exception in the body is the answer.',
    },
    {
      says: 'Access control exception',
      means:
        'Said alike where the function is not in the service, the service is switched off, and the user lacks the capability.',
    },
  ],
  sources: [
    'https://docs.moodle.org/dev/Creating_a_web_service_client',
    'https://github.com/moodle/moodle/blob/main/public/lang/en/webservice.php',
  ],
  doors: ['query wstoken', 'query token', 'authorization'],
  lives: { seconds: 28_800, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'header-stripped',
      weight: PROVEN,
      says: /^errorcode: noauthheader$/i,
      sent: /^authorization /,
      explanation:
        'The web server keeps Authorization from PHP: Apache must hand it on, by CGIPassAuth On or a rewrite rule.',
      seen: {
        status: 404,
        url: 'https://moodle.example.com/webservice/restful/server.php/core_course_get_courses',
        sent: { Authorization: '4f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c' },
        body: body('noauthheader', 'No Authorization header found in request sent to Moodle'),
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^errorcode: noauthheader$/i,
      notSent: /^authorization /,
      explanation: 'The RESTful plug-in reads the token from Authorization, without a scheme.',
      seen: {
        status: 404,
        url: 'https://moodle.example.com/webservice/restful/server.php/core_course_get_courses',
        sent: {},
        body: body('noauthheader', 'No Authorization header found in request sent to Moodle'),
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      says: /Invalid token - token not found/i,
      sent: /^authorization authorization: (?:basic|bearer) /i,
      notSent: /^query (?:wstoken|token):/i,
      explanation: 'Moodle reads its token from the parameter wstoken and not from Authorization.',
      seen: {
        status: 200,
        url: 'https://moodle.example.com/webservice/rest/server.php?wsfunction=core_webservice_get_site_info',
        received: json,
        sent: { Authorization: 'Bearer 4f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c' },
        body: body('invalidtoken', 'Invalid token - token not found'),
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^errorcode: invalidtimedtoken$|Invalid token - token expired/i,
      explanation: 'The administrator gave the token an end, and it has passed.',
      seen: {
        status: 200,
        url: call,
        received: json,
        sent: {},
        body: body('invalidtoken', 'Invalid token - token expired'),
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid token - token not found/i,
      explanation:
        'This site has no such token: it is of another Moodle, of an older copy of it, or was made anew.',
      seen: {
        status: 200,
        url: call,
        received: json,
        sent: {},
        body: body('invalidtoken', 'Invalid token - token not found'),
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      says: /Invalid (?:token|service) - IP:\S+ is not supported|IP:\S+ is not (?:supported|allowed)/i,
      explanation: 'The token may be used from the addresses that were entered beside it.',
      seen: {
        status: 200,
        url: call,
        received: json,
        sent: {},
        body: '{"exception":"webservice_access_exception","errorcode":"accessexception","message":"Access control exception","debuginfo":"Invalid token - IP:203.0.113.9 is not supported"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^errorcode: (?:accessexception|nopermissions|requireloginerror|cannotcreatetoken|nopermission)$/,
      explanation:
        'The token is good; its service does not hold this function, or its user lacks a capability. A function is added under Site administration, Server, External services.',
      seen: {
        status: 200,
        url: call,
        received: json,
        sent: {},
        body: body('accessexception', 'Access control exception'),
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /missing capability: \w+\/\w+/i,
      explanation:
        'A capability is a right of the user’s role, which an administrator gives; another token changes nothing.',
      seen: {
        status: 200,
        url: call,
        received: json,
        sent: {},
        body: body(
          'accessexception',
          'Access control exception (You are not allowed to use the rest protocol (missing capability: webservice/rest:use))',
        ),
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /^errorcode: (?:invalidsesskey|missingparam.*sesskey)/,
      explanation: 'The sesskey of the page belongs to an earlier session; load the page anew.',
      seen: {
        status: 200,
        url: 'https://moodle.example.com/lib/ajax/service.php?sesskey=Qw3Er5Tz7U&info=core_fetch_notifications',
        received: json,
        sent: { Cookie: 'MoodleSession=7d1kq0v3n5l8w2r6t9z4c1x0b7' },
        body: '{"error":"Incorrect sesskey submitted, form not accepted!","errorcode":"invalidsesskey"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^errorcode: (?:invalidlogin|wrongpassword)$/,
      explanation: 'Moodle does not know this user with this password.',
      seen: {
        ...login,
        posted: 'username=anna&password=keycard&service=moodle_mobile_app',
        body: '{"error":"Invalid login, please try again","errorcode":"invalidlogin"}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      says: /^errorcode: (?:servicenotavailable|enablewsdescription|servicerequireslogin)$/,
      explanation:
        'The service by that name does not exist, or web services or the REST protocol are switched off at this site.',
      seen: {
        ...login,
        posted: 'username=anna&password=keycard&service=moodle_mobile_app',
        body: '{"error":"Web service is not available (it doesn\'t exist or might be disabled)","errorcode":"servicenotavailable"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /^errorcode: (?:sitepolicynotagreed|forcepasswordchangenotice|usernotfullysetup|suspended|passwordisexpired|usernotconfirmed)$/,
      explanation:
        'The user must do something in the browser first: agree to the policy, change the password, complete the profile, or be unsuspended.',
      seen: {
        status: 200,
        url: call,
        received: json,
        sent: {},
        body: body('sitepolicynotagreed', 'Site policy not agreed'),
      },
    },
  ],
});
