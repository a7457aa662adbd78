import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaste } from './paste.ts';

const paste = (text: string): ReturnType<typeof readPaste> => readPaste(text, () => 'id');

describe('a PowerShell script', () => {
  it('as a browser copies it, session and cookies included', () => {
    expect(
      paste(`$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0 (X11)"
$session.Cookies.Add((New-Object System.Net.Cookie("sid", "s%3A1", "/", "a.example")))
$session.Cookies.Add((New-Object System.Net.Cookie("lang", "de", "/", ".a.example")))
Invoke-WebRequest -UseBasicParsing -Uri "https://a.example/x?y=1" \`
-Method "POST" \`
-WebSession $session \`
-Headers @{
"authority"="a.example"
  "method"="POST"
  "path"="/x?y=1"
  "scheme"="https"
  "authorization"="Bearer t"
} \`
-ContentType "application/json" \`
-Body "{\`"a\`":1}"`),
    ).toMatchObject({
      from: 'powershell',
      draft: {
        method: 'POST',
        url: 'https://a.example/x',
        params: [{ name: 'y', value: '1', on: true }],
        fields: [
          { name: 'authorization', value: 'Bearer t' },
          { name: 'Content-Type', value: 'application/json' },
          { name: 'User-Agent', value: 'Mozilla/5.0 (X11)' },
          { name: 'Cookie', value: 'sid=s%3A1; lang=de' },
        ],
        body: { kind: 'text', text: '{"a":1}' },
      },
      notes: [],
    });
  });

  it.each<[string, string, object]>([
    ['the address first', 'iwr https://a.example', { method: 'GET', url: 'https://a.example' }],
    ['single quotes', "irm -Uri 'https://a.example/it''s'", { url: "https://a.example/it's" }],
    [
      'variables of its own',
      '$base = "https://a.example"\nInvoke-RestMethod -Uri "$base/me" | ConvertTo-Json',
      { url: 'https://a.example/me' },
    ],
    [
      'values of a splatted table',
      "$with = @{ Uri = 'https://a.example'; Method = 'Put'; Body = 'x' }\nInvoke-RestMethod @with",
      { method: 'Put', body: { kind: 'text', text: 'x' } },
    ],
    [
      'a table as JSON',
      "irm https://a.example -Method Post -ContentType 'application/json' -Body (@{ a = 1; b = @('x', $true) } | ConvertTo-Json)",
      { body: { kind: 'text', text: '{"a":1,"b":["x",true]}' } },
    ],
    [
      'a table as a form',
      "$r = irm https://a.example -Method Post -Body @{ grant_type = 'client_credentials' }",
      { body: { kind: 'form', fields: [{ name: 'grant_type', value: 'client_credentials', on: true }] } },
    ],
    [
      'a table as the query of a GET',
      'irm https://a.example -Body @{ page = 2 }',
      { params: [{ name: 'page', value: '2', on: true }], body: { kind: 'none' } },
    ],
    [
      'text of several lines',
      'irm https://a.example -Method Post -Body @"\n{ "a": 1 }\n"@',
      { body: { kind: 'text', text: '{ "a": 1 }' } },
    ],
    [
      'a token given apart',
      "irm https://a.example -Authentication Bearer -Token (ConvertTo-SecureString 't0k' -AsPlainText -Force)",
      { auth: { kind: 'own', scheme: 'bearer', settings: { token: { plain: 't0k' } } } },
    ],
    [
      'what concerns the connection',
      'iwr https://a.example -SkipCertificateCheck -MaximumRedirection 0 -TimeoutSec 5 -Proxy http://p.example:8080',
      {
        settings: {
          verifyTls: false,
          followRedirects: false,
          timeoutMs: 5000,
          proxy: { url: 'http://p.example:8080' },
        },
      },
    ],
    [
      'a file',
      'iwr https://a.example -Method Put -InFile ./a.bin',
      { body: { kind: 'file', path: './a.bin' } },
    ],
  ])('%s', (_, text, draft) => {
    expect(paste(text)).toMatchObject({ kind: 'request', from: 'powershell', draft });
  });

  it('says which variables it does not know, and which parameters are left behind', () => {
    expect(
      paste('irm "https://a.example" -Headers @{ Authorization = "Bearer $env:TOKEN" } -Certificate $c'),
    ).toMatchObject({
      draft: { fields: [{ name: 'Authorization', value: 'Bearer $env:TOKEN' }] },
      notes: [
        '$env:TOKEN is a variable that the script does not set: fill it in.',
        '$c is a variable that the script does not set: fill it in.',
        '-certificate is not carried over.',
      ],
    });
  });

  it('takes several commands as several requests', () => {
    expect(paste('irm https://a.example\nirm https://b.example')).toMatchObject({
      draft: { url: 'https://a.example' },
      further: [{ url: 'https://b.example' }],
    });
  });

  it.each<[string, string]>([
    ['Invoke-WebRequest -Uri "https://a.example', 'Line 1 of the PowerShell script'],
    ['$x = Get-Date -Format u\nirm -Uri ($x -replace "a", "b")', 'Line 2 of the PowerShell script'],
    ['irm /me', 'The command names no absolute address'],
  ])('%s is refused with a reason', (text, why) => {
    expect(paste(text)).toMatchObject({ kind: 'unknown', why: expect.stringContaining(why) });
  });

  it.each([
    'GET /Invoke-WebRequest x',
    'HTTP/1.1 200 OK\n\n$x = 1; irm https://a.example',
    'the word Invoke-WebRequest alone',
  ])('%s is none', (text) => {
    expect(paste(text)).not.toMatchObject({ from: 'powershell' });
  });

  it('never throws and always ends', () => {
    const piece = fc.constantFrom(
      'irm ',
      'https://a.example',
      ' -Uri ',
      '"',
      "'",
      '@{',
      '}',
      '(',
      ')',
      '$',
      '`',
      '\n',
      '=',
      ' | ',
      '[',
      ']',
      ',',
      'a',
      ' ',
      '@"',
      '$(',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(() => paste(`irm ${pieces.join('')}`)).not.toThrow();
      }),
    );
  });
});
