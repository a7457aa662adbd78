import { FormHeading } from '../ui/FieldFrame.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ParsedInput } from './ParsedInput.tsx';
import type { PartProps } from './setting-part.ts';
import {
  answersOf,
  connectToOf,
  offsetOf,
  offsetText,
  rulesText,
  secondsOf,
  secondsText,
  textOrNone,
} from './setting-values.ts';

const versions = [
  { id: 'auto', label: 'The server chooses', note: 'HTTP/2 over TLS if it offers it' },
  { id: '1.1', label: 'HTTP/1.1' },
  { id: '2', label: 'HTTP/2', note: 'without TLS by prior knowledge' },
] as const;

const families = [
  { id: 'any', label: 'IPv4 and IPv6' },
  { id: '4', label: 'IPv4 only' },
  { id: '6', label: 'IPv6 only' },
] as const;

/** How the request gets to a computer, before any encryption. */
export const ConnectionSettings = ({ settings, onChange }: PartProps) => (
  <>
    <FormHeading>Connection</FormHeading>
    <ParsedInput
      label="Deadline"
      isShort
      help="Seconds for the whole attempt; 0 means none."
      text={secondsText(settings.timeoutMs)}
      parse={secondsOf}
      problem="Seconds from 0 to 3600."
      onChange={(timeoutMs) => {
        onChange({ timeoutMs });
      }}
    />
    <Select
      label="HTTP version"
      options={versions}
      value={settings.httpVersion ?? 'auto'}
      onChange={(version) => {
        onChange({ httpVersion: version === 'auto' ? undefined : version });
      }}
    />
    <Select
      label="Addresses"
      options={families}
      value={settings.ipVersion ?? 'any'}
      onChange={(family) => {
        onChange({ ipVersion: family === 'any' ? undefined : family });
      }}
    />
    <ParsedInput
      label="Own answers"
      takesVariables
      placeholder="api.example.com:443:127.0.0.1"
      help="Asks no name server for these: host:port:address, separated by spaces."
      text={rulesText(settings.resolve ?? [])}
      parse={answersOf}
      problem="Answers such as api.example.com:443:127.0.0.1, separated by spaces."
      onChange={(resolve) => {
        onChange({ resolve: resolve.length === 0 ? undefined : [...resolve] });
      }}
    />
    <ParsedInput
      label="Connect to"
      takesVariables
      placeholder="api.example.com:443:10.0.0.7:8443"
      help="Goes to another server than the address names, which it is still told: host:port:host:port, separated by spaces."
      text={rulesText(settings.connectTo ?? [])}
      parse={connectToOf}
      problem="Rules such as api.example.com:443:10.0.0.7:8443, separated by spaces; a part may be empty."
      onChange={(connectTo) => {
        onChange({ connectTo: connectTo.length === 0 ? undefined : [...connectTo] });
      }}
    />
    <ParsedInput
      label="Clock offset"
      isShort
      help="Seconds added to this computer's clock where a time is signed; a minus sets it back."
      text={offsetText(settings.clockOffsetMs)}
      parse={offsetOf}
      problem="Seconds such as 90 or -900."
      onChange={(clockOffsetMs) => {
        onChange({ clockOffsetMs: clockOffsetMs === 0 ? undefined : clockOffsetMs });
      }}
    />
    <TextInput
      label="From"
      takesVariables
      value={settings.bindAddress ?? ''}
      placeholder="The system chooses; 10.0.0.7 or eth0"
      help="Address or network interface of this computer that connections leave from."
      onChange={(typed) => {
        onChange({ bindAddress: textOrNone(typed) });
      }}
    />
    <TextInput
      label="Unix socket"
      takesVariables
      value={settings.unixSocket ?? ''}
      placeholder="/var/run/docker.sock"
      help="Takes the place of the network; the address still says what is asked for."
      onChange={(typed) => {
        onChange({ unixSocket: textOrNone(typed) });
      }}
    />
  </>
);
