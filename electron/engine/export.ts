import { fillDraft } from '../../shared/compose/variables.ts';
import { exportCurl, type CurlSource } from '../../shared/export/curl.ts';
import { generatedNote } from '../../shared/export/generated-note.ts';
import type { SecretForm, ShellId } from '../../shared/export/shells/shell.ts';
import type { CurlProxySource } from '../../shared/export/curl-proxy.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { CurlExport } from '../../shared/ipc/replies.ts';
import { proxyVariable } from '../../shared/proxy/environment.ts';
import type { CurlWords, OutgoingRequest } from '../../shared/schemes/scheme.ts';
import { aboutHost, serverOf } from '../../shared/workspace/host-pattern.ts';
import { connectionSettingsOf } from '../../shared/workspace/connection-settings.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { asCode } from './code.ts';
import type { EngineContext } from './context.ts';
import { exportSource } from './export-source.ts';
import type { OpenedDraft } from './opened-draft.ts';

const pacTimeoutMs = 10_000;

/** How the scheme says itself; where a typed field took its place, it says nothing. */
const schemeWords = (
  { composed, scheme, settings }: OpenedDraft,
  sent: OutgoingRequest,
): CurlWords | undefined => {
  if (scheme?.curl === undefined || composed.conflict !== undefined) return undefined;
  const checked = scheme.settings.safeParse(settings);
  return checked.success ? scheme.curl(checked.data, sent) : undefined;
};

/** The way as curl must be told it: what it would read from the environment by itself is left to it. */
const proxyWords = async (
  { proxies }: EngineContext,
  { route }: OpenedDraft,
  draft: Draft,
  url: string,
): Promise<{ readonly source: CurlProxySource; readonly notes: readonly string[] }> => {
  const ways = (await route.proxyFor?.(url, AbortSignal.timeout(pacTimeoutMs))) ?? [];
  if (typeof ways === 'string') return { source: {}, notes: [ways] };
  const [way] = ways;
  const byItself = proxyVariable(proxies.env, url);
  if (way?.proxy === undefined) {
    const needed = byItself !== undefined || draft.settings.proxy !== undefined;
    return { source: needed ? { noProxy: draft.settings.noProxy ?? '*' } : {}, notes: [] };
  }
  const same = draft.settings.proxy === undefined && way.proxy.url === byItself?.value;
  const more = ways.length > 1 ? [`The PAC file names further ways: ${way.why ?? ''} is the first.`] : [];
  return { source: same ? {} : { proxy: way.proxy }, notes: more };
};

const sourceSettings = (
  draft: Draft,
  { route, composed }: OpenedDraft,
  way: CurlProxySource,
): CurlSource['settings'] => {
  const server = serverOf(composed.request.url);
  const { followRedirects, maxRedirects, timeoutMs, verifyTls } = draft.settings;
  const clientCertificate =
    server && aboutHost(route.clientCertificates ?? [], ({ host }) => host, server.hostname, server.port)[0];
  return {
    followRedirects,
    maxRedirects,
    timeoutMs,
    verifyTls,
    ...(draft.settings.caFile === undefined ? {} : { caFile: draft.settings.caFile }),
    ...connectionSettingsOf(route),
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
    ...way,
  };
};

const asCurl = async (
  context: EngineContext,
  draft: Draft,
  environmentId: string,
  how: { readonly shell: ShellId; readonly secrets: SecretForm },
): Promise<CurlExport> => {
  const { opened, request, notes: pending } = await exportSource(context, draft, environmentId);
  const filled = fillDraft(draft, opened.variables).value;
  const words = schemeWords(opened, request);
  const way = await proxyWords(context, opened, draft, request.url);
  const { command, notes } = exportCurl(
    {
      ...request,
      ...(filled.body.kind === 'multipart' ? { parts: filled.body.parts } : {}),
      settings: sourceSettings(draft, opened, way.source),
    },
    {
      ...how,
      ...(words === undefined ? {} : { schemeWords: words }),
    },
  );
  return {
    command,
    notes: [...pending, ...notes, ...way.notes, ...generatedNote(draft)],
  };
};

export const exportHandlers = (context: EngineContext): Pick<Handlers, 'exportCurl' | 'exportCode'> => ({
  exportCode: ({ draft, environmentId, form, secrets }) =>
    asCode(context, draft, environmentId, form, secrets),
  exportCurl: ({ draft, environmentId, shell, secrets }) =>
    asCurl(context, draft, environmentId, { shell, secrets }),
});
