/** Recipes of APIs that many people sign for, as their documentation has it. */
export const bundledRecipes = {
  binance: `# Binance Spot API, "SIGNED endpoint security"
query timestamp: {milliseconds}
sign: {query}{body}
hash: sha-256
signature: hex
header X-MBX-APIKEY: {key}
query signature: {signature}`,
  coinbase: `# Coinbase Exchange API, "Signing a message"
sign: {seconds}{method}{target}{body}
hash: sha-256
secret: base64
signature: base64
header CB-ACCESS-KEY: {key}
header CB-ACCESS-SIGN: {signature}
header CB-ACCESS-TIMESTAMP: {seconds}
header CB-ACCESS-PASSPHRASE: {passphrase}`,
  'coinbase-legacy': `# Coinbase API v2, legacy API keys
sign: {seconds}{method}{target}{body}
hash: sha-256
signature: hex
header CB-ACCESS-KEY: {key}
header CB-ACCESS-SIGN: {signature}
header CB-ACCESS-TIMESTAMP: {seconds}`,
  kraken: `# Kraken Spot REST API, "Authentication"
form nonce: {milliseconds}
part digest: sha-256 raw {form:nonce}{body}
sign: {path}{digest}
hash: sha-512
secret: base64
signature: base64
header API-Key: {key}
header API-Sign: {signature}`,
} as const satisfies Readonly<Record<string, string>>;

/** What a recipe of one's own begins with. */
export const exampleRecipe = `# What is signed, then how, then where it goes. Parts in braces: method, host,
# path, query, target (path and query), body, seconds, milliseconds, iso-time,
# nonce, key, passphrase, header:NAME, param:NAME, form:NAME; \\n is a line feed.
part digest: sha-256 hex {body}
sign: {method}\\n{target}\\n{seconds}\\n{digest}
hash: sha-256
secret: text
signature: hex
header X-Key: {key}
header X-Timestamp: {seconds}
header X-Signature: {signature}`;
