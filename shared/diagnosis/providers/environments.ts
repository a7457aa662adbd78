/**
 * Services with separate environments whose keys tell by their first letters where they belong. A key of one sent to the
 * host of the other is refused like an unknown one.
 */
export interface KeyEnvironment {
  readonly service: string;
  readonly hosts: RegExp;
  /** Key forms with the environment they belong to. */
  readonly keys: readonly (readonly [RegExp, 'live' | 'test'])[];
  /** Host of the test environment; every other host of the service is live. Absent where one host serves both. */
  readonly testHost: RegExp;
  readonly source: string;
}

export const keyEnvironments: readonly KeyEnvironment[] = [
  {
    service: 'Alpaca',
    hosts: /alpaca\.markets$/,
    keys: [
      [/^AK/, 'live'],
      [/^PK/, 'test'],
    ],
    testHost: /^paper-/,
    source: 'https://docs.alpaca.markets/docs/authentication',
  },
  {
    service: 'Square',
    hosts: /squareup(sandbox)?\.com$/,
    keys: [
      [/^sandbox-/, 'test'],
      [/^(sq0|EAAA[^l])/, 'live'],
    ],
    testHost: /squareupsandbox/,
    source: 'https://developer.squareup.com/docs/devtools/sandbox/overview',
  },
  {
    service: 'Adyen',
    hosts: /adyen(payments)?\.com$/,
    keys: [[/^AQE[a-z]/, 'test']],
    testHost: /test/,
    source: 'https://docs.adyen.com/development-resources/api-credentials',
  },
  {
    service: 'GoCardless',
    hosts: /gocardless\.com$/,
    keys: [
      [/^sandbox_/, 'test'],
      [/^live_/, 'live'],
    ],
    testHost: /sandbox/,
    source: 'https://developer.gocardless.com/api-reference/',
  },
  {
    service: 'Checkout.com',
    hosts: /checkout\.com$/,
    keys: [
      [/^sk_(sbox|test)_/, 'test'],
      [/^sk_(?!sbox|test)/, 'live'],
    ],
    testHost: /sandbox/,
    source: 'https://www.checkout.com/docs/developer-resources/api/api-keys',
  },
  {
    service: 'Midtrans',
    hosts: /midtrans\.com$/,
    keys: [
      [/^SB-/, 'test'],
      [/^Mid-/, 'live'],
    ],
    testHost: /sandbox/,
    source: 'https://docs.midtrans.com/docs/access-keys',
  },
];
