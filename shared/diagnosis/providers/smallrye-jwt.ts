import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const smallryeJwt = defineProvider({
  id: 'smallrye-jwt',
  name: 'Quarkus and MicroProfile JWT',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  challenge: /^bearer (MP-JWT|quarkus)/i,
  body: /SRJWT\d{5}|quarkus/i,
  fields: [['x-quarkus-hot-deployment-done']],
  sources: [
    'https://github.com/smallrye/smallrye-jwt/blob/main/implementation/jwt-auth/src/main/java/io/smallrye/jwt/auth/principal/PrincipalMessages.java',
  ],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /SRJWT07000|Failed to verify a token/i,
      explanation:
        'SmallRye JWT could not verify the token; the cause stands in the server’s log behind SRJWT07000.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: 'SRJWT07000: Failed to verify a token',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /token is expired|The JWT is no longer valid|exp\) claim value .* (?:on or )?after/i,
      explanation: 'The token’s exp has passed.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: 'SRJWT07000: The JWT is no longer valid - the evaluation time is on or after the Expiration Time claim value',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /Issuer \(iss\) claim (?:value )?\([^)]*\) doesn't match/i,
      explanation: 'mp.jwt.verify.issuer must equal iss letter by letter.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: "SRJWT07000: Issuer (iss) claim value (https://id.example.com) doesn't match expected value of https://id.example.com/",
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /Audience \(aud\) claim .* doesn't contain an acceptable identifier/i,
      explanation: 'mp.jwt.verify.audiences does not hold the token’s aud.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: "SRJWT07000: Audience (aud) claim [web] doesn't contain an acceptable identifier. Expected orders",
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /SRJWT07003|SRJWT05\d{3}|Failed to (?:load|create) (?:a )?(?:verification )?key|No JWK with kid|SRJWT07004/i,
      explanation: 'The service cannot load the verification key: mp.jwt.verify.publickey.location.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: 'SRJWT07003: Failed to load a key from the resource',
      },
    },
  ],
});
