import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const call = 'https://servicios1.afip.gov.ar/wsfev1/service.asmx';
const login = 'https://wsaa.afip.gov.ar/ws/services/LoginCms';
const xml = { 'Content-Type': 'text/xml; charset=utf-8' };
const fault = (code: string, words: string) => ({
  status: 500,
  url: login,
  sent: {},
  received: xml,
  body: `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault><faultcode>ns1:${code}</faultcode><faultstring>${words}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`,
});
const refused = (words: string) => ({
  status: 200,
  url: call,
  sent: {},
  received: xml,
  body: `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><FECompUltimoAutorizadoResponse><Errors><Err><Code>600</Code><Msg>${words}</Msg></Err></Errors></FECompUltimoAutorizadoResponse></soap:Body></soap:Envelope>`,
});

export const afip = defineProvider({
  id: 'afip',
  name: 'AFIP / ARCA web services (Argentina)',
  category: 'payment',
  address: call,
  hosts: /(?:^|\.)(?:afip|arca)\.gob?v?\.ar$/,
  testHosts: /homo\./,
  misleads: [
    { says: '200', means: 'The services answer 200 to all; Code 600 is a refusal, and Msg tells which.' },
  ],
  sources: [
    'https://www.afip.gob.ar/ws/WSAA/WSAAmanualDev.pdf',
    'https://www.afip.gob.ar/fe/documentos/manual-desarrollador-ARCA-COMPG.pdf',
  ],
  lives: { seconds: 43_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /No validaron las fechas del token|xml\.expirationTime\.expired/i,
      explanation:
        'The ticket of WSAA is good for twelve hours, and the answer tells its end as ExpTime: ask LoginCms for a new one.',
      seen: refused(
        'ValidacionDeToken: No validaron las fechas del token GenTime, ExpTime, NowUTC: 1651346325 (4/30/2022 7:18:15 PM), 1651389585 (5/1/2022 7:19:45 AM), 5/1/2022 6:51:01 PM',
      ),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /coe\.alreadyAuthenticated|ya posee un TA v[aá]lido/i,
      explanation:
        'The ticket that was handed out before is still good and is not handed out again: keep it for its twelve hours, or wait some minutes.',
      seen: fault(
        'coe.alreadyAuthenticated',
        'El CEE ya posee un TA valido para el acceso al WSN solicitado',
      ),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /coe\.notAuthorized|Computador no autorizado|No apareci[oó] CUIT en lista de relaciones/i,
      explanation:
        'The certificate’s alias was not given this service, or not for this CUIT: Administrador de Relaciones de Clave Fiscal.',
      seen: fault('coe.notAuthorized', 'Computador no autorizado a acceder al servicio'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /ValidacionDeToken: Par[aá]metro nulo o vac[ií]o/i,
      explanation: 'Token and Sign of the ticket stand in Auth, and here one of them is empty.',
      seen: refused('ValidacionDeToken: Parametro nulo o vacio'),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: /xml\.(?:generationTime|expirationTime)\.invalid/i,
      explanation:
        'generationTime lies in the future or too far back for WSAA: set the machine’s clock, and write the zone.',
      seen: fault(
        'xml.generationTime.invalid',
        'El tiempo de generacion debe ser anterior al actual y no mayor a 24 horas',
      ),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /cms\.cert\.(?:expired|untrusted|invalid|notFound)/i,
      explanation:
        'The certificate that signed the request is over, or is not of the authority of this environment.',
      seen: fault('cms.cert.untrusted', 'Certificado no emitido por AC de confianza'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      says: /cms\.sign\.invalid/i,
      explanation:
        'The CMS was signed by another key than the certificate’s, or by an algorithm not known here.',
      seen: fault('cms.sign.invalid', 'Firma invalida o algoritmo no soportado'),
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      says: /(?:wsn|wsaa)\.(?:unavailable|internalError)/i,
      explanation: 'The login or the service behind it stands still: wait and ask again.',
      seen: fault(
        'wsaa.unavailable',
        'El servicio de autenticacion y autorizacion se encuentra fuera de servicio',
      ),
    },
  ],
});
