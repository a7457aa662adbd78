import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token =
  'eyJraWQiOiI1MWY3MjM0NyIsImVuYyI6IkEyNTZHQ00iLCJhbGciOiJkaXIifQ..k3V8rM2YxQn5T7b9.W4zC6K1X0p9Lm8Nj7Hg6Fd5Sa.Qw3Er5Ty7Ui9Op1';
const beside = { 'WM_SVC.NAME': 'Walmart Marketplace', 'WM_QOS.CORRELATION_ID': 'b3261d2d' };
const seen = (sent: Readonly<Record<string, string>>) => ({
  sent,
  body: '{"error":[{"code":"UNAUTHORIZED.GMP_GATEWAY_API","field":"UNAUTHORIZED","description":"Unauthorized","info":"Unauthorized token or incorrect authorization header. Please verify correct format.","severity":"ERROR","category":"DATA"}]}',
});

export const walmart = defineProvider({
  id: 'walmart',
  name: 'Walmart Marketplace',
  category: 'commerce',
  address: 'https://marketplace.walmartapis.com/v3/orders',
  hosts: /^(?:sandbox|marketplace|api-gateway)\.walmart(?:apis)?\.com$/,
  testHosts: /^sandbox\./,
  few: 'One code of its gateway speaks of authentication.',
  misleads: [
    {
      says: 'UNAUTHORIZED.GMP_GATEWAY_API',
      means: 'Said of a good token in Authorization as well: it is read from WM_SEC.ACCESS_TOKEN.',
    },
  ],
  sources: [
    'https://developer.walmart.com/doc/us/mp/us-mp-auth/',
    'https://developer.walmart.com/doc/us/us-mp/us-mp-errors/',
  ],
  doors: ['field wm_sec.access_token', 'authorization basic'],
  lives: { seconds: 900, ends: 'token-expired' },
  needs: [{ at: ['field wm_qos.correlation_id'] }, { at: ['field wm_svc.name'] }],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + STATED,
      code: ['UNAUTHORIZED.GMP_GATEWAY_API'],
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token goes into WM_SEC.ACCESS_TOKEN.',
      seen: seen({ ...beside, Authorization: `Bearer ${token}` }),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: ['UNAUTHORIZED.GMP_GATEWAY_API'],
      sent: /^field wm_sec\.access_token: /i,
      explanation: 'The token is over, after fifteen minutes, or of the other of sandbox and live.',
      seen: seen({ ...beside, 'WM_SEC.ACCESS_TOKEN': token }),
    },
  ],
});
