import { fromChallenge } from './from-challenge.ts';
import { fromCredentials } from './from-credentials.ts';
import { fromCurlConfig } from './from-curl-config.ts';
import { fromCurl } from './from-curl.ts';
import { fromFetch } from './from-fetch.ts';
import { fromHar } from './from-har.ts';
import { fromJwt } from './from-jwt.ts';
import { fromPowershell } from './from-powershell.ts';
import { fromRawHttp } from './from-raw-http.ts';
import { fromTranscript } from './from-transcript.ts';
import { fromUrl } from './from-url.ts';
import type { Importer } from './importer.ts';

/**
 * In the order in which they are asked: the plainest signs first. A transcript may begin with its curl command, raw HTTP
 * may hold challenges, and any single word might be a host.
 */
export const importers: readonly Importer[] = [
  fromHar,
  fromTranscript,
  fromCurl,
  fromCurlConfig,
  fromFetch,
  fromPowershell,
  fromChallenge,
  fromRawHttp,
  fromJwt,
  fromCredentials,
  fromUrl,
];
