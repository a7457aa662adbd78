import { describe, expect, it } from 'vitest';
import {
  offsetOf,
  offsetText,
  answersOf,
  connectToOf,
  originsOf,
  originsText,
  secondsOf,
  secondsText,
  wholeNumber,
} from './setting-values.ts';

it.each([
  ['0', 0],
  [' 50 ', 50],
  ['51', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['', undefined],
])('hops %j', (typed, value) => {
  expect(wholeNumber(typed, 50)).toBe(value);
});

describe('a deadline', () => {
  it.each([
    ['60', 60_000],
    ['0', 0],
    ['0.25', 250],
    ['3600', 3_600_000],
    ['3601', undefined],
    ['1m', undefined],
    ['', undefined],
  ])('%j', (typed, ms) => {
    expect(secondsOf(typed)).toBe(ms);
  });
  it('is written as it is read', () => {
    expect(secondsOf(secondsText(1_500))).toBe(1_500);
  });
});

describe('rules', () => {
  it.each([
    ['a:443:127.0.0.1  b:80:::1', ['a:443:127.0.0.1', 'b:80:::1'], undefined],
    ['a:443:host:8443 {{host}}:1', undefined, ['a:443:host:8443', '{{host}}:1']],
    [':::8443 a:{{port}}:b:1', undefined, [':::8443', 'a:{{port}}:b:1']],
    ['', [], []],
  ])('%j', (typed, answers, places) => {
    expect([answersOf(typed), connectToOf(typed)]).toEqual([answers, places]);
  });
});

describe('trusted origins', () => {
  it.each([
    ['https://a.example/path, http://b.example:8080', ['https://a.example', 'http://b.example:8080']],
    ['', []],
    ['a.example', undefined],
    ['ftp://a.example', undefined],
  ])('%j', (typed, origins) => {
    expect(originsOf(typed)).toEqual(origins);
  });
  it('are written as they are read', () => {
    expect(originsOf(originsText(['https://a', 'https://b']))).toEqual(['https://a', 'https://b']);
  });
});

it.each([
  ['', 0],
  ['90', 90_000],
  ['-900.5', -900_500],
  ['+1', 1_000],
  ['1 h', undefined],
  ['--1', undefined],
])('clock offset %j', (typed, ms) => {
  expect(offsetOf(typed)).toBe(ms);
});

it.each([undefined, 90_000, -500])('a clock offset of %s ms reads back', (ms) => {
  expect(offsetOf(offsetText(ms))).toBe(ms ?? 0);
});
