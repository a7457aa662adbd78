import { bytesToHex } from '@noble/hashes/utils.js';
import type { Xray } from '../../exchange/exchange.ts';
import { maskSecret } from '../../exchange/redact.ts';
import { textOfUtf16 } from './bytes.ts';
import { avIds, type NtlmChallenge } from './challenge.ts';
import { agreedFlags } from './flags.ts';
import type { NtlmAnswer } from './messages.ts';
import type { NtlmLogin } from './response.ts';

const dots = maskSecret('', false);

const names: Readonly<Record<number, string>> = {
  [avIds.computer]: 'computer',
  [avIds.domain]: 'domain',
  [avIds.dnsComputer]: 'computer in DNS',
  [avIds.dnsDomain]: 'domain in DNS',
};

/** The way to the response by MS-NLMP's own names. The key that stands for the password is masked. */
export const ntlmXray = (
  challenge: NtlmChallenge,
  { user, domain }: NtlmLogin,
  { responses }: NtlmAnswer,
): Xray => ({
  scheme: 'NTLMv2',
  parts: [
    { kind: 'input', label: 'server challenge', text: bytesToHex(challenge.serverChallenge) },
    { kind: 'input', label: 'target information', text: targetText(challenge) },
    {
      kind: 'input',
      label: 'flags',
      text: `0x${agreedFlags(challenge.flags).toString(16).padStart(8, '0')}`,
    },
    { kind: 'input', label: 'user', text: user },
    { kind: 'input', label: 'domain', text: domain },
    { kind: 'input', label: 'NTOWFv2', text: dots, masked: true },
    {
      kind: 'to-sign',
      label: 'server challenge and temp',
      text: bytesToHex(challenge.serverChallenge) + bytesToHex(responses.blob),
    },
    { kind: 'result', label: 'NTProofStr', text: bytesToHex(responses.proof) },
    {
      kind: 'result',
      label: 'integrity code',
      text: responses.withMic ? 'sent, since the server names its time' : 'not asked for',
    },
  ],
});

const targetText = ({ targetName, targetInfo }: NtlmChallenge): string =>
  [
    `target: ${targetName}`,
    ...targetInfo.flatMap(({ id, value }) => {
      const name = names[id];
      return name === undefined ? [] : [`${name}: ${textOfUtf16(value)}`];
    }),
  ].join('\n');
