import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mailchimp = defineProvider({
  id: 'mailchimp',
  name: 'Mailchimp',
  category: 'messaging',
  address: 'https://us1.api.mailchimp.com/3.0/ping',
  hosts: /(^|\.)(mailchimp|mandrillapp)\.com$/,
  keys: [
    {
      form: /^[0-9a-f]{32}-us\d+$/,
      kind: 'API key',
      goes: ['authorization basic', 'authorization bearer', 'authorization apikey', 'query apikey'],
    },
    { form: /^md-/, kind: 'Mandrill API key' },
  ],
  misleads: [
    {
      says: "Your API key may be invalid, or you've attempted to access the wrong datacenter.",
      means: 'Compare the end of the key (-us21) with the host first.',
    },
  ],
  sources: [
    'https://packagist.org/packages/chimpmatic/mailchimp-api-key-validator',
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/mailchimp_api_key',
  ],
  doors: [
    'authorization basic',
    'authorization bearer',
    'authorization apikey',
    'authorization oauth',
    'query apikey',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['Invalid_Key'],
      explanation:
        'Mandrill’s transactional interface has keys of its own, made at mandrillapp.com; it answers 500 to a wrong one.',
      seen: {
        status: 500,
        url: 'https://mandrillapp.com/api/1.0/messages/send.json',
        sent: {},
        posted: '{"key":"Zx81kQp07vTnE4sWc2RbYh"}',
        body: '{"status":"error","code":-1,"name":"Invalid_Key","message":"Invalid API key"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['PaymentRequired'],
      explanation: 'The account must be paid up before it may send.',
      seen: {
        status: 500,
        url: 'https://mandrillapp.com/api/1.0/messages/send.json',
        sent: {},
        posted: '{"key":"Zx81kQp07vTnE4sWc2RbYh"}',
        body: '{"status":"error","code":-1,"name":"PaymentRequired","message":"This feature is only available for accounts with a positive balance."}',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      code: ['wrong_datacenter'],
      says: /linked to a different datacenter|WrongDatacenter|different region/i,
      explanation: 'The key’s last letters name its data centre; the host must begin with the same.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"type":"https://mailchimp.com/developer/marketing/docs/errors/","title":"Wrong Datacenter","status":403,"detail":"The API key provided is linked to a different datacenter"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /API Key (?:may be )?Invalid|Invalid_Key|Invalid API key/i,
      explanation:
        'Mailchimp does not know the key in this data centre; the end of the key, such as -us21, must stand at the start of the host.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"title":"API Key Invalid","status":401,"detail":"Your API key may be invalid, or you\'ve attempted to access the wrong datacenter."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /API Key Missing|Your request did not include an API key/i,
      notSent: /./,
      explanation: 'Mailchimp saw no key; send it as Basic with any user name.',
      seen: {
        sent: {},
        body: '{"title":"API Key Missing","status":401,"detail":"Your request did not include an API key."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /User Disabled|Compliance Related|account (?:is )?(?:deactivated|suspended)/i,
      explanation: 'The account is deactivated or under review.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"title":"User Disabled","status":403,"detail":"This account has been deactivated."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Wrong User Role|does not have (?:the )?(?:access|permission)/i,
      explanation: 'The user behind the key has not the role for this call.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"title":"Forbidden","status":403,"detail":"The user does not have access to the requested operation."}',
      },
    },
  ],
});
